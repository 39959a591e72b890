package org.immunoedit.engine;

class Tsit5Test extends EngineContract {
    @Override
    String method() {
        return "tsit5";
    }
}
