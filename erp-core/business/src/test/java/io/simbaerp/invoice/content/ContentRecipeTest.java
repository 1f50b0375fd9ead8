package io.simbaerp.invoice.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.invoice.coding.CodedLine;
import io.simbaerp.invoice.content.InvoiceContent.Coded;
import io.simbaerp.invoice.content.InvoiceContent.Dates;
import io.simbaerp.invoice.content.InvoiceContent.Totals;
import io.simbaerp.invoice.content.InvoiceContent.Vat;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.ExchangeRate;
import io.simbaerp.money.Money;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContentRecipeTest {

    private static final InvoiceContent CONTENT = new InvoiceContent(
            "4be190c7",
            "purchase-invoice",
            "FV/2026/11/0417",
            "9990011222-20261119-0A1B2C3D4E5F-7A",
            new UUID(1, 2),
            "PL5260250274",
            "Transwolta Logistyka Sp. z o.o.",
            "Faktor S.A.",
            new UUID(5, 6),
            "PL61109010140000071219812874",
            List.of("split-payment"),
            List.of("FV/2026/10/0099"),
            new Dates(
                    day("2026-11-19"),
                    day("2026-11-01"),
                    day("2026-11-18"),
                    day("2026-11-17"),
                    day("2026-11-20"),
                    day("2026-12-03"),
                    day("2026-11-21"),
                    "2026-11"),
            "EUR",
            rate("4.2735", "2026-11-17"),
            rate("4.2711", "2026-11-16"),
            new Totals(
                    eur("101"),
                    eur("2"),
                    eur("3"),
                    eur("102"),
                    eur("23.46"),
                    Money.of("100.10", "PLN"),
                    eur("125.46"),
                    eur("5"),
                    eur("0.04"),
                    eur("120.50")),
            List.of(new Vat("S", new BigDecimal("23"), eur("102"), eur("23.46"))),
            "2026-12",
            "Agreed in December",
            List.of(new Coded(
                    "1",
                    "402-03",
                    "%AREA",
                    Map.of("PROJECT", "P-1"),
                    "Z23",
                    eur("102"),
                    List.of(new CodedLine.Share("310", Map.of("REGION", "N"), eur("101.99"))))));

    @Test
    void everyFieldChangesTheHash() {
        Map<String, InvoiceContent> changed = new LinkedHashMap<>();
        variants("content", CONTENT).forEach((where, variant) -> changed.put(where, (InvoiceContent) variant));

        String hash = ContentRecipe.hash(CONTENT);
        assertThat(changed).hasSizeGreaterThan(65);
        changed.forEach((where, variant) ->
                assertThat(ContentRecipe.hash(variant)).as(where).isNotEqualTo(hash));
        assertThat(changed.values().stream().map(ContentRecipe::hash)).doesNotHaveDuplicates();
    }

    @Test
    void theSameContentWrittenOtherwiseHasTheSameHash() {
        InvoiceContent same = with(CONTENT, "totals", with(CONTENT.totals(), "lines", eur("101.000")));
        same = with(same, "ledgerRate", rate("4.27350", "2026-11-17"));

        assertThat(same).isNotEqualTo(CONTENT);
        assertThat(ContentRecipe.hash(same)).isEqualTo(ContentRecipe.hash(CONTENT));
    }

    @Test
    void everyFieldOfTheHashIsShown() {
        String shown = String.join(
                "\n",
                ContentFields.of(CONTENT).stream()
                        .map(field -> field.text(ContentFields::plain))
                        .toList());

        leaves(CONTENT).forEach(leaf -> assertThat(shown).contains(leaf));
    }

    @Test
    void everyFieldThatDiffersIsTold() {
        assertThat(ContentDifference.between(CONTENT, CONTENT)).isEmpty();
        variants("content", CONTENT)
                .forEach((where, variant) -> assertThat(ContentDifference.between(CONTENT, (InvoiceContent) variant))
                        .as(where)
                        .isNotEmpty());
    }

    @Test
    void aDifferenceNamesTheFieldAndItsLine() {
        Coded line = CONTENT.coding().get(0);
        InvoiceContent moved = with(CONTENT, "coding", List.of(with(line, "account", "402-05")));

        assertThat(ContentDifference.since(ContentRecipe.canonical(CONTENT), moved))
                .containsExactly(new ContentDifference.Change(
                        "invoice.changed.line-account", "1", List.of("402-03"), List.of("402-05")));
    }

    @Test
    void decisionsAboutLinesCoverHowTheyArePaidAndBooked() {
        String lines = ContentRecipe.canonicalLines(CONTENT);
        variants("content", CONTENT).forEach((where, variant) -> {
            InvoiceContent changed = (InvoiceContent) variant;
            boolean ofTheWhole = where.matches("content\\.(ksefNumber|totals|vatBreakdown|vatPeriodReason).*");
            assertThat(ContentRecipe.canonicalLines(changed).equals(lines))
                    .as(where)
                    .isEqualTo(ofTheWhole);
            assertThat(ContentFields.ofLines(changed).equals(ContentFields.ofLines(CONTENT)))
                    .as(where)
                    .isEqualTo(ofTheWhole);
            assertThat(ContentDifference.ofLines(lines, changed).isEmpty())
                    .as(where)
                    .isEqualTo(ofTheWhole);
        });
        assertThat(ContentDifference.ofLines("{\"recipe\":\"lines-1\",\"coding\":[]}", CONTENT))
                .as("what an old text is silent about")
                .isNotEmpty()
                .allMatch(change -> change.place() != null);
    }

    @Test
    void isReadBackAsItWasWritten() {
        String written = ContentRecipe.canonical(CONTENT);
        assertThat(ContentRecipe.canonical(WrittenContent.read(written))).isEqualTo(written);
        variants("content", CONTENT).forEach((where, variant) -> {
            String other = ContentRecipe.canonical((InvoiceContent) variant);
            assertThat(ContentRecipe.canonical(WrittenContent.read(other)))
                    .as(where)
                    .isEqualTo(other);
        });
    }

    @Test
    void isCanonicalJsonOfItsRecipe() {
        assertThat(ContentRecipe.canonical(CONTENT))
                .startsWith("{\"account\":\"PL61109010140000071219812874\",\"coding\":[{\"account\":\"402-03\"")
                .contains("\"recipe\":\"3\"")
                .contains("\"BT-115\":[\"120.50\",\"EUR\"]")
                .doesNotContain(": ");
        assertThat(ContentRecipe.hash(CONTENT)).matches("[0-9a-f]{64}");
    }

    /** Every copy of a value that differs from it in one leaf. */
    private static Map<String, Object> variants(String where, @Nullable Object value) {
        Map<String, Object> variants = new LinkedHashMap<>();
        if (value instanceof Money money) {
            variants.put(where + ".amount", new Money(money.amount().add(new BigDecimal("0.01")), money.currency()));
            variants.put(where + ".currency", new Money(money.amount(), CurrencyCode.of("CHF")));
        } else if (value instanceof CurrencyCode) {
            variants.put(where, CurrencyCode.of("CHF"));
        } else if (value instanceof Record part) {
            for (RecordComponent component : part.getClass().getRecordComponents()) {
                variants(where + "." + component.getName(), get(part, component))
                        .forEach((place, variant) -> variants.put(place, with(part, component.getName(), variant)));
            }
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, named) -> {
                variants.put(where + "." + key, Map.of(key, named + "x"));
                variants.put(where + "." + key + " renamed", Map.of(key + "X", named));
            });
            variants.put(where + " none", Map.of());
        } else if (value instanceof List<?> list) {
            variants(where + "[0]", list.get(0)).forEach((place, variant) -> variants.put(place, List.of(variant)));
            variants.put(where + " twice", List.of(list.get(0), list.get(0)));
            variants.put(where + " none", List.of());
        } else {
            variants.put(where, other(value));
        }
        return variants;
    }

    private static Object other(@Nullable Object value) {
        if (value instanceof String text) {
            return text + "x";
        }
        if (value instanceof LocalDate day) {
            return day.plusDays(100);
        }
        if (value instanceof BigDecimal number) {
            return number.add(BigDecimal.ONE);
        }
        if (value instanceof UUID) {
            return new UUID(3, 4);
        }
        throw new IllegalArgumentException("a new kind of field: " + value);
    }

    /** What a reader would look for. */
    private static List<String> leaves(Object value) {
        if (value instanceof Money money) {
            return List.of(money.amount().toPlainString() + " " + money.currency());
        }
        if (value instanceof BigDecimal number) {
            return List.of(number.toPlainString());
        }
        if (value instanceof CurrencyCode code) {
            return List.of(code.code());
        }
        if (value instanceof Record part) {
            return Arrays.stream(part.getClass().getRecordComponents())
                    .flatMap(component -> leaves(get(part, component)).stream())
                    .toList();
        }
        List<String> all = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(each -> all.addAll(leaves(each)));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, named) -> all.add(key + " " + named));
        } else {
            all.add(value.toString());
        }
        return all;
    }

    @SuppressWarnings("unchecked")
    private static <T extends Record> T with(T part, String name, Object value) {
        RecordComponent[] components = part.getClass().getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(component -> component.getName().equals(name) ? value : get(part, component))
                .toArray();
        try {
            return (T) part.getClass()
                    .getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class[]::new))
                    .newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object get(Record part, RecordComponent component) {
        try {
            return component.getAccessor().invoke(part);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static ExchangeRate rate(String rate, String date) {
        return new ExchangeRate(
                CurrencyCode.EUR, CurrencyCode.PLN, new BigDecimal(rate), day(date), "223/A/NBP/2026", "NBP");
    }
}
