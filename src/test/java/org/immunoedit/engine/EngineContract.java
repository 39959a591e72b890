package org.immunoedit.engine;

/** What every engine promises; a subclass names the method. */
abstract class EngineContract implements StretchContract, CrossingContract, FailureContract, InsideContract {}
