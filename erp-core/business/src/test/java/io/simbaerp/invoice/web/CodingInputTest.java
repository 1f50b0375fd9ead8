package io.simbaerp.invoice.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.invoice.CodingDraft;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import io.simbaerp.page.EnteredNumber;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class CodingInputTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, Money> NETS = Map.of("1", Money.of("100.00", "PLN"));

    @Test
    void readsTheCodingOfRest() {
        CodingDraft draft = draft("""
                {"lines": [
                  {"line": "1", "account": "402-03", "costCentre": "%AREA",
                   "dimensions": {"PROJECT": "P-1", "REGION": ""}, "taxCode": "Z23", "net": "60.00"},
                  {"line": "1", "account": "402-07", "taxCode": "Z23", "net": {"amount": "40.00", "currency": "PLN"}}],
                 "vatPeriod": "2026-12", "postingDate": "2026-11-30"}""");

        assertThat(draft.lines())
                .containsExactly(
                        new CodingDraft.Line(
                                "1", "402-03", "%AREA", Map.of("PROJECT", "P-1"), "Z23", Money.of("60.00", "PLN")),
                        new CodingDraft.Line("1", "402-07", null, "Z23", Money.of("40.00", "PLN")));
        assertThat(draft.vatPeriod()).isEqualTo("2026-12");
        assertThat(draft.postingDate()).isEqualTo(LocalDate.of(2026, 11, 30));
    }

    @Test
    void takesTheWholeLineWhereNoNetIsGiven() {
        CodingDraft draft = draft("{\"lines\": [{\"line\": 1, \"account\": \"402-03\", \"taxCode\": \"Z23\"}]}");

        assertThat(draft.lines()).singleElement().satisfies(line -> assertThat(line.net())
                .isEqualTo(Money.of("100.00", "PLN")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"lines\": [{\"line\": \"1\", \"taxCode\": \"Z23\"}]}",
                "{\"lines\": [{\"account\": \"402-03\", \"taxCode\": \"Z23\"}]}",
                "{\"lines\": [{\"line\": \"1\", \"account\": \"402-03\", \"taxCode\": \"Z23\", \"net\": \"ten\"}]}",
                "{\"lines\": [{\"line\": \"7\", \"account\": \"402-03\", \"taxCode\": \"Z23\"}]}",
                "{\"lines\": [{\"line\": \"1\", \"account\": \"4\", \"taxCode\": \"Z\", \"dimensions\": [\"P-1\"]}]}",
                "{\"lines\": [], \"postingDate\": \"tomorrow\"}"
            })
    void refusesWhatItCannotRead(String json) {
        assertThatThrownBy(() -> draft(json))
                .isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.rule())
                        .isEqualTo("invoice.coding-malformed"));
    }

    @Test
    void readsTheFieldsOfThePage() {
        CodingDraft draft = CodingInput.draft(
                CodingInput.ofFields(Map.of(
                        "line", List.of("1", "1"),
                        "account", List.of("402-03 Transport", "402-07"),
                        "costCentre", List.of("310", ""),
                        "axis.PROJECT", List.of("", "P 1  Bridge"),
                        "taxCode", List.of("Z23", "Z23"),
                        "net", List.of("60,00", "40,00"),
                        "vatPeriod", List.of("on-payment"))),
                CurrencyCode.PLN,
                NETS);

        assertThat(draft.lines())
                .containsExactly(
                        new CodingDraft.Line("1", "402-03", "310", "Z23", Money.of("60.00", "PLN")),
                        new CodingDraft.Line(
                                "1", "402-07", null, Map.of("PROJECT", "P 1"), "Z23", Money.of("40.00", "PLN")));
        assertThat(draft.vatPeriod()).isEqualTo("on-payment");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "8 600,00|8600.00",
                "8.600,00|8600.00",
                "8,600.00|8600.00",
                "8600|8600",
                "−5,5|-5.5",
                "1'000.50|1000.50"
            })
    void readsFiguresAsPeopleWriteThem(String written, String read) {
        assertThat(EnteredNumber.plain(written)).isEqualTo(read);
    }

    private static CodingDraft draft(String json) {
        return CodingInput.draft(JSON.readTree(json), CurrencyCode.PLN, NETS);
    }
}
