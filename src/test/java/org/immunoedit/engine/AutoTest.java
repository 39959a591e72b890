package org.immunoedit.engine;

class AutoTest extends EngineContract {
    @Override
    public String method() {
        return "auto";
    }
}
