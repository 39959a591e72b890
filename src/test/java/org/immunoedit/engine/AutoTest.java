package org.immunoedit.engine;

class AutoTest extends EngineContract {
    @Override
    String method() {
        return "auto";
    }
}
