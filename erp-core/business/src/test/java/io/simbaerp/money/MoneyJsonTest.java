package io.simbaerp.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class MoneyJsonTest {

    private final JsonMapper json =
            JsonMapper.builder().addModule(MoneyJson.moneyModule()).build();

    @Test
    void isAnAmountAsTextAndACurrencyAndNothingElse() {
        assertThat(json.writeValueAsString(Money.of("1542.60", "PLN")))
                .isEqualTo("{\"amount\":\"1542.60\",\"currency\":\"PLN\"}");
        assertThat(json.writeValueAsString(new Money(new BigDecimal("1E+3"), CurrencyCode.PLN)))
                .contains("\"1000\"");
    }

    @Test
    void isReadFromTextAndFromANumber() {
        Money expected = Money.of("1542.68", "PLN");
        assertThat(json.readValue("{\"amount\":\"1542.68\",\"currency\":\"PLN\"}", Money.class))
                .isEqualTo(expected);
        assertThat(json.readValue("{\"amount\":1542.68,\"currency\":\"PLN\"}", Money.class))
                .isEqualTo(expected);
    }
}
