package org.immunoedit.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The options that several commands share. */
final class Options {
    static final String DEBUG = "--debug";
    private static final String QUIET = "--quiet";
    private static final String JSON = "--json";

    private Options() {}

    /** Adds what every command has: help, version, debug. */
    static CommandSpec addStandard(CommandSpec spec) {
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help.")
                .build());
        spec.addOption(OptionSpec.builder("--version")
                .versionHelp(true)
                .description("Show the version.")
                .build());
        return spec.addOption(OptionSpec.builder(DEBUG)
                .description("Show the stack trace of an internal error.")
                .build());
    }

    /** Adds {@code --quiet} and {@code --json}. */
    static CommandSpec addDiagnostics(CommandSpec spec) {
        spec.addOption(OptionSpec.builder(QUIET)
                .description("Print errors only: no warnings, no verdict.")
                .build());
        return spec.addOption(OptionSpec.builder(JSON)
                .description("Print diagnostics to standard error as one JSON array.")
                .build());
    }

    static boolean quiet(ParseResult words) {
        return words.hasMatchedOption(QUIET);
    }

    static boolean json(ParseResult words) {
        return words.hasMatchedOption(JSON);
    }

    static boolean debug(ParseResult words) {
        return words.hasMatchedOption(DEBUG);
    }
}
