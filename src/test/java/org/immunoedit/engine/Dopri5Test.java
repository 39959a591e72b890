package org.immunoedit.engine;

class Dopri5Test extends EngineContract {
    @Override
    String method() {
        return "dopri5";
    }
}
