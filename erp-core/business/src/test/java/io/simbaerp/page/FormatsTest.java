package io.simbaerp.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class FormatsTest {

    private final Formats polish = formatsOf("pl-PL");
    private final Formats english = formatsOf("en-GB");
    private final Formats american = formatsOf("en-US");

    private static Formats formatsOf(String format) {
        PageReader reader = new PageReader(
                "Manager, Logistics",
                "Korabia",
                Locale.ENGLISH,
                Locale.forLanguageTag(format),
                ZoneId.of("Europe/Warsaw"));
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("readers", (PageReaders) () -> Optional.of(reader));
        return new Formats(new CurrentReader(beans.getBeanProvider(PageReaders.class)));
    }

    @Test
    void keepsAFigureTogetherAndShowsItsSign() {
        assertThat(polish.money(Money.of("12054.00", "PLN"))).isEqualTo("12\u00a0054,00\u00a0PLN");
        assertThat(polish.number(Money.of("-1230.5", "PLN"))).isEqualTo("\u22121\u00a0230,50");
        assertThat(english.money(Money.of("1234567.80", "EUR"))).isEqualTo("1,234,567.80\u00a0EUR");
        assertThat(polish.money(null)).isEmpty();
    }

    @Test
    void showsTheDecimalsOfTheCurrencyAndNeverFewerThanThereAre() {
        assertThat(polish.number(Money.of("100", "JPY"))).isEqualTo("100");
        assertThat(polish.number(Money.of("1.5", "KWD"))).isEqualTo("1,500");
        assertThat(polish.number(Money.of("0.1234", "PLN"))).isEqualTo("0,1234");
        assertThat(polish.number(new BigDecimal("23.00"))).isEqualTo("23");
        assertThat(polish.number(new BigDecimal("4.2735"), 4)).isEqualTo("4,2735");
    }

    @Test
    void writesDatesInTheReadersOrderAlwaysWithFourDigitsOfTheYear() {
        LocalDate day = LocalDate.of(2026, 3, 5);
        assertThat(polish.date(day)).isEqualTo("05.03.2026");
        assertThat(english.date(day)).isEqualTo("05/03/2026");
        assertThat(american.date(day)).isEqualTo("03/05/2026");
        assertThat(polish.day(day)).startsWith("05.03");
    }

    @Test
    void writesInstantsInTheCompanysZone() {
        Instant justBeforeMidnightInLondon = Instant.parse("2026-11-20T23:30:00Z");
        assertThat(polish.instant(justBeforeMidnightInLondon)).isEqualTo("21.11.2026 00:30");
        assertThat(polish.time(justBeforeMidnightInLondon)).isEqualTo("00:30");
    }

    @Test
    void groupsAccountsAndSizesForReading() {
        assertThat(polish.account("PL61109010140000071219812874"))
                .isEqualTo("PL61 1090 1014 0000 0712 1981 2874".replace(' ', '\u00a0'));
        assertThat(polish.bytes(812)).isEqualTo("812\u00a0B");
        assertThat(polish.bytes(12_400)).isEqualTo("12\u00a0kB");
        assertThat(polish.bytes(3_440_000)).isEqualTo("3,4\u00a0MB");
    }

    @Test
    void takesInitialsFromTheFirstTwoWords() {
        PageReader reader =
                new PageReader("Manager, Logistics", "", Locale.ENGLISH, Locale.ENGLISH, ZoneId.of("Europe/Warsaw"));
        assertThat(reader.initials()).isEqualTo("ML");
    }
}
