package org.immunoedit.engine;

class Tsit5Test extends EngineContract {
    @Override
    public String method() {
        return "tsit5";
    }
}
