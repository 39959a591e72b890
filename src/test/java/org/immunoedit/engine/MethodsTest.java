package org.immunoedit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MethodsTest {
    @ParameterizedTest
    @CsvSource({"dopri5, dopri5", "ode45, dopri5", "RK45, dopri5", "tsit5, tsit5"})
    void namesAndAliasesAreUnderstood(String asked, String name) {
        assertThat(Methods.named(asked).orElseThrow().name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lsoda", "bdf", "cvode", "adams", "", "dopri"})
    void otherNamesAreNotReplaced(String asked) {
        assertThat(Methods.named(asked)).isEmpty();
    }

    @Test
    void eachMethodIsDescribedInOneLine() {
        assertThat(Methods.all()).allSatisfy(entry -> {
            assertThat(entry.about()).isNotBlank().doesNotContain("\n").doesNotEndWith(".");
            assertThat(Methods.named(entry.method().name())).contains(entry.method());
        });
    }
}
