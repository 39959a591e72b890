package org.immunoedit.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvWriterTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "1, 1",
        "-1, -1",
        "320000, 320000",
        "9999999, 9999999",
        "1e7, 1e7",
        "12345678, 12345678",
        "447000000, 4.47e8",
        "123456789012, 123456789012",
        "123456789012.5, 123456789012.5",
        "2e23, 2e23",
        "9.5e21, 9.5e21",
        "1.23e-7, 1.23e-7",
        "0.001, 0.001",
        "0.0001, 1e-4",
        "0.00012345678, 1.2345678e-4",
        "0.1, 0.1",
        "0.30000000000000004, 0.30000000000000004",
        "-2.5e-300, -2.5e-300",
        "4.9e-324, 4.9e-324",
        "1.7976931348623157e308, 1.7976931348623157e308",
        "100, 100",
        "-1234567, -1234567",
        "9999999, 9999999",
        "-9999999.999999998, -9999999.999999998",
        "10000000, 1e7",
        "2147483648, 2147483648",
        "0.0009999999999999998, 9.999999999999998e-4",
        "0.0010000000000000002, 0.0010000000000000002",
        "NaN, ''",
        "Infinity, Infinity",
        "-Infinity, -Infinity",
    })
    void numbersAreShort(double value, String text) {
        assertThat(NumberText.of(value)).isEqualTo(text);
    }

    @Test
    void everyNumberReadsBackToTheSameDouble() {
        Random random = new Random(20261122);
        for (int i = 0; i < 200_000; i++) {
            double value = i % 2 == 0
                    ? Double.longBitsToDouble(random.nextLong())
                    : random.nextInt(1_000_000) * Math.pow(10, random.nextInt(20) - 10);
            if (Double.isFinite(value)) {
                String text = NumberText.of(value);
                assertThat(Double.parseDouble(text)).as(text).isEqualTo(value);
            }
        }
    }

    @Test
    void noTextWithFewerDigitsWouldDo() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            double value = Math.exp(random.nextGaussian() * 20);
            BigDecimal exact = new BigDecimal(NumberText.of(value)).stripTrailingZeros();
            if (exact.precision() > 1) {
                BigDecimal shorter = exact.round(new java.math.MathContext(exact.precision() - 1));
                assertThat(shorter.doubleValue()).isNotEqualTo(value);
            }
        }
    }

    @Test
    void aTableHasAHeaderAndLineFeeds() throws IOException {
        CsvWriter csv = new CsvWriter(out, List.of("time", "T[1]", "mu[1,2]", "say \"µ\""));
        csv.row(0, new double[] {1, 2.5, Double.NaN});
        csv.row(0.1, new double[] {-1e-9, 3e6, 0});
        csv.flush();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("time,T[1],\"mu[1,2]\",\"say \"\"µ\"\"\"\n0,1,2.5,\n0.1,-1e-9,3000000,0\n");
    }

    @Test
    void fieldsMayBeTexts() throws IOException {
        CsvWriter csv = new CsvWriter(out, List.of("point", "status"));
        csv.number(1);
        csv.text("failed: x, y");
        csv.endRow();
        csv.flush();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("point,status\n1,\"failed: x, y\"\n");
    }

    @Test
    void theLocaleDoesNotMatter() throws IOException {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            CsvWriter csv = new CsvWriter(out, List.of("x"));
            csv.row(1234.5, new double[0]);
            csv.flush();
        } finally {
            Locale.setDefault(before);
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("x\n1234.5\n");
    }

    @Test
    void aRowOfAnotherWidthIsABug() throws IOException {
        CsvWriter csv = new CsvWriter(out, List.of("a", "b"));
        assertThatThrownBy(() -> csv.row(1, new double[0]))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("1 fields in a table of 2 columns");
    }

    @Test
    void rowsLeaveAsTheyCome() throws IOException {
        long[] written = {0, 0};
        OutputStream counting = new OutputStream() {
            @Override
            public void write(int b) {
                written[0]++;
            }

            @Override
            public void write(byte[] b, int off, int len) {
                written[0] += len;
                written[1] = Math.max(written[1], len);
            }
        };
        CsvWriter csv = new CsvWriter(counting, List.of("time", "x"));
        for (int i = 0; i < 200_000; i++) {
            csv.row(i, new double[] {i * 0.37});
        }
        csv.flush();
        assertThat(written[0]).isBetween(2_000_000L, 4_000_000L);
        assertThat(written[1]).isLessThan(70_000);
    }
}
