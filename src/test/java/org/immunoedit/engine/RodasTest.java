package org.immunoedit.engine;

class RodasTest extends EngineContract {
    @Override
    public String method() {
        return "rodas";
    }
}
