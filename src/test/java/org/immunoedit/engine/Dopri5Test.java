package org.immunoedit.engine;

class Dopri5Test extends EngineContract {
    @Override
    public String method() {
        return "dopri5";
    }
}
