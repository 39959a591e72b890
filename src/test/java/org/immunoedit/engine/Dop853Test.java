package org.immunoedit.engine;

class Dop853Test extends EngineContract {
    @Override
    public String method() {
        return "dop853";
    }
}
