package org.immunoedit.engine;

class RodasTest extends EngineContract {
    @Override
    String method() {
        return "rodas";
    }
}
