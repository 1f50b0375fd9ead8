package io.simbaerp.invoice.registration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoiceNumberTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FV/2026/11/0417   | FV/2026/11/417
            FV 2026-11-0417   | FV/2026/11/417
            fv2026.11.417     | FV/2026/11/417
            0000123           | 123
            FV_2026_11_417    | FV/2026/11/417
            FV–2026\\11\\0417 | FV/2026/11/417
            (FV) 2026 11 417. | FV/2026/11/417
            00FV/007/0        | 0/FV/7/0
            0                 | 0
            A-000             | A/0
            ＦＶ１２            | FV/12
            łódź/1            | ŁÓDŹ/1
            //                | //
            """)
    void isComparedByItsRunsOfLettersAndDigits(String written, String compared) {
        assertThat(InvoiceNumber.normalised(written)).isEqualTo(compared);
    }

    @ParameterizedTest
    @CsvSource({"FV/1/01, FV/10/1", "FV/1, FV/11", "1/2, 12"})
    void keepsDifferentNumbersApart(String one, String other) {
        assertThat(InvoiceNumber.normalised(one)).isNotEqualTo(InvoiceNumber.normalised(other));
    }
}
