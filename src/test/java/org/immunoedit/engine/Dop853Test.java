package org.immunoedit.engine;

class Dop853Test extends EngineContract {
    @Override
    String method() {
        return "dop853";
    }
}
