package io.simbaerp.payment.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.company.bankaccount.BankProfile;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import io.simbaerp.party.Address;
import io.simbaerp.party.PartyAccount;
import io.simbaerp.party.PartyId;
import io.simbaerp.party.PartyView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentPlanTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
    private static final String ONE = "PL61109010140000071219812874";
    private static final String TWO = "PL27114020040000300201355387";
    private static final String BERLIN = "DE89370400440532013000";
    private static final String KSEF = "9990011222-20261116-0A1B2C3D4E5F-C9";

    private static final PartyView TEKTURO = party("Tekturo", account(ONE, true), account(TWO, true));

    /** What is owed in PLN, what the invoice names, and what comes of it. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            #  owed, currency, account on the invoice,           split, gross,    held, result
               10.00, PLN,     PL61109010140000071219812874,     false, 10.00,    -,    DOMESTIC
               10.00, PLN,     61 1090 1014 0000 0712 1981 2874, false, 10.00,    -,    DOMESTIC
               10.00, PLN,     -,                                false, 10.00,    -,    DOMESTIC
               10.00, PLN,     DE89370400440532013000,           false, 10.00,    -,    ACCOUNT_OUT_OF_REACH
               10.00, PLN,     PL30109011020000000123456701,     false, 10.00,    -,    ACCOUNT_NEW
               10.00, PLN,     PL84109011020000000123456799,     false, 10.00,    -,    ACCOUNT_UNREADABLE
               10.00, PLN,     12345,                            false, 10.00,    -,    ACCOUNT_UNREADABLE
               10.00, PLN,     GB29NWBK60161331926819,           false, 10.00,    -,    ACCOUNT_UNCONFIRMED
               10.00, PLN,     PL61109010140000071219812874,     true,  10.00,    -,    SPLIT_PAYMENT
               10.00, PLN,     PL61109010140000071219812874,     false, 15000.00, -,    DOMESTIC
               10.00, PLN,     PL61109010140000071219812874,     false, 15000.01, -,    WHITE_LIST
               10.00, PLN,     PL61109010140000071219812874,     true,  15000.01, -,    SPLIT_PAYMENT
               10.00, PLN,     PL61109010140000071219812874,     false, 10.00,    PAY,  IN_ANOTHER_RUN
               10.00, EUR,     PL61109010140000071219812874,     false, 10.00,    -,    OTHER_CURRENCY
               10.00, USD,     PL61109010140000071219812874,     false, 10.00,    -,    CURRENCY_REFUSED
              -10.00, PLN,     PL61109010140000071219812874,     false, 10.00,    -,    CREDIT_LEFT
            """)
    void anItemIsOrderedOrBlockedWithItsReason(
            String owed,
            String currency,
            @Nullable String account,
            boolean split,
            String gross,
            @Nullable String held,
            String result) {
        PartyView payee =
                party("Tekturo", account(ONE, true), account(BERLIN, true), account("GB29NWBK60161331926819", false));
        PayableItem item = new PayableItem(
                UUID.randomUUID(),
                payee,
                Money.of(owed, currency),
                FRIDAY,
                new PayableItem.Voucher(
                        null, "FV/1", null, "9990011222", account, Money.of(gross, currency), null, split),
                Set.of(),
                held);
        PaymentPlan plan = PaymentPlan.of(List.of(item), pln());
        assertThat(
                        plan.orders().isEmpty()
                                ? plan.blocked().get(0).reason().name()
                                : plan.orders().get(0).kind().name())
                .isEqualTo(result);
        assertThat(plan.orders().size() + plan.blocked().size()).isEqualTo(1);
    }

    @Test
    void aProofOfTodayLetsAnItemAboveTheLimitThrough() {
        PayableItem item = new PayableItem(
                UUID.randomUUID(),
                TEKTURO,
                pln("20000.00"),
                FRIDAY,
                voucher("FV/1", ONE, "20000.00"),
                Set.of(ONE),
                null);
        assertThat(PaymentPlan.of(List.of(item), pln()).orders()).hasSize(1);
    }

    @Test
    void whatTheSupplierSaysWasPaidIsBlockedUntilAnApproverLetsItThrough() {
        PayableItem.Voucher paid = new PayableItem.Voucher(
                null, "FV/1", null, null, "PL84109011020000000123456799", pln("20000.00"), null, true, true);
        PayableItem item = new PayableItem(UUID.randomUUID(), TEKTURO, pln("20000.00"), FRIDAY, paid, Set.of(), null);
        assertThat(reasons(item))
                .as("and everything else that speaks against it")
                .containsExactly(
                        BlockReason.PAID_BEFORE,
                        BlockReason.ACCOUNT_UNREADABLE,
                        BlockReason.SPLIT_PAYMENT,
                        BlockReason.WHITE_LIST);
        assertThat(BlockReason.PAID_BEFORE.mayBeLetThrough()).isTrue();
    }

    /** Twenty thousand, without proof: what is let through is what was seen, all of it. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            true,  false, PAID_BEFORE WHITE_LIST
            false, true,  SPLIT_PAYMENT WHITE_LIST
            true,  true,  PAID_BEFORE SPLIT_PAYMENT WHITE_LIST
            false, false, WHITE_LIST
            """)
    void aLetThroughCoversExactlyWhatWasSeen(boolean paid, boolean split, String expected) {
        PayableItem.Voucher voucher =
                new PayableItem.Voucher(null, "FV/1", null, null, ONE, pln("20000.00"), null, split, paid);
        PayableItem item =
                new PayableItem(UUID.randomUUID(), TEKTURO, pln("20000.00"), FRIDAY, voucher, Set.of(), null);
        List<BlockReason> all =
                Stream.of(expected.split(" ")).map(BlockReason::valueOf).toList();
        assertThat(reasons(item)).isEqualTo(all);
        assertThat(PaymentPlan.alone(item, pln(), all)).isPresent();
        all.forEach(hidden -> assertThat(PaymentPlan.alone(
                        item, pln(), all.stream().filter(seen -> seen != hidden).toList()))
                .as("%s was not seen", hidden)
                .isEmpty());
    }

    @Test
    void whatNobodyMayLetThroughIsNotLetThroughWhoeverSawIt() {
        PayableItem item = new PayableItem(
                UUID.randomUUID(), TEKTURO, pln("10.00"), FRIDAY, voucher("FV/1", BERLIN, "10.00"), Set.of(), null);
        assertThat(reasons(item)).containsExactly(BlockReason.ACCOUNT_NEW);
        assertThat(PaymentPlan.alone(item, pln(), List.of(BlockReason.ACCOUNT_NEW)))
                .isEmpty();
    }

    @Test
    void creditsGoAgainstAsFewInvoicesAsCoverThem() {
        PaymentPlan plan = PaymentPlan.of(
                List.of(item("100.00", "A"), item("500.00", "B"), item("-450.00", "K1"), item("-80.00", "K2")), pln());
        assertThat(plan.orders())
                .extracting(order -> order.amount().amount().toPlainString())
                .containsExactlyInAnyOrder("70.00");
        assertThat(plan.orders().get(0).title()).isEqualTo("B A K1 K2");
        assertThat(plan.blocked()).isEmpty();

        PaymentPlan loose =
                PaymentPlan.of(List.of(item("100.00", "A"), item("500.00", "B"), item("-450.00", "K1")), pln());
        assertThat(loose.orders())
                .extracting(order -> order.amount().amount().toPlainString())
                .containsExactlyInAnyOrder("50.00", "100.00");
    }

    @Test
    void aCreditThatWouldLeaveNothingToPayIsLeft() {
        PaymentPlan plan =
                PaymentPlan.of(List.of(item("100.00", "A"), item("-100.00", "K1"), item("-30.00", "K2")), pln());
        assertThat(plan.orders()).singleElement().satisfies(order -> assertThat(order.amount())
                .isEqualTo(pln("70.00")));
        assertThat(plan.blocked()).singleElement().satisfies(blocked -> {
            assertThat(blocked.reason()).isEqualTo(BlockReason.CREDIT_LEFT);
            assertThat(blocked.item().voucher().number()).isEqualTo("K1");
        });
    }

    @Test
    void oneInvoiceIsOneTransferUnlessCreditsJoinThem() {
        assertThat(PaymentPlan.of(List.of(item("10.00", "A"), item("20.00", "B")), pln())
                        .orders())
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            2026-11-25, -,          2026-11-25
            2026-11-01, -,          2026-11-20
            2026-11-21, -,          2026-11-23
            2026-11-29, -,          2026-11-30
            2026-11-25, 2026-12-02, 2026-12-02
            2026-11-25, 2026-12-05, 2026-12-07
            2026-11-25, 2026-12-24, 2026-12-28
            2027-01-06, -,          2027-01-07
            """)
    void isPaidOnTheDueDayButNeitherInThePastNorWhenBanksAreClosed(
            LocalDate due, @Nullable LocalDate wish, LocalDate day) {
        PayableItem item = new PayableItem(
                UUID.randomUUID(), TEKTURO, pln("1.00"), due, voucher("A", ONE, "1.00"), Set.of(), null);
        PaymentPlan.Terms terms = new PaymentPlan.Terms(CurrencyCode.PLN, BankProfile.USUAL, FRIDAY, wish);
        assertThat(PaymentPlan.of(List.of(item), terms).orders().get(0).payOn()).isEqualTo(day);
    }

    @Test
    void theTitleBeginsWithTheKsefNumberAndIsWrittenInTheBanksLetters() {
        PayableItem.Voucher voucher =
                new PayableItem.Voucher(null, "FV/Żółć/1", KSEF, "9990011222", ONE, pln("123.00"), pln("23.00"), false);
        PayableItem item = new PayableItem(UUID.randomUUID(), TEKTURO, pln("123.00"), FRIDAY, voucher, Set.of(), null);
        assertThat(PaymentTitle.of(List.of(item), BankProfile.CharacterSet.POLISH))
                .isEqualTo(KSEF + " FV/Żółć/1");
        assertThat(PaymentTitle.of(List.of(item), BankProfile.CharacterSet.LATIN))
                .isEqualTo(KSEF + " FV/Zolc/1");
        assertThat(PaymentTitle.ofSplit(item, BankProfile.USUAL))
                .isEqualTo("/VAT/23,00/IDC/9990011222/INV/" + KSEF + "/TXT/FV/Żółć/1");
    }

    /** Of 123.00 with 23.00 VAT. */
    @ParameterizedTest
    @CsvSource({"123.00, '23,00'", "61.50, '11,50'", "10.00, '1,87'", "0.01, '0,00'"})
    void aSplitTitleNamesTheVatInWhatIsPaid(String owed, String vat) {
        PayableItem.Voucher voucher =
                new PayableItem.Voucher(null, "FV/1", null, "9990011222", ONE, pln("123.00"), pln("23.00"), true);
        PayableItem item = new PayableItem(UUID.randomUUID(), TEKTURO, pln(owed), FRIDAY, voucher, Set.of(), null);
        assertThat(PaymentTitle.ofSplit(item, BankProfile.USUAL)).startsWith("/VAT/" + vat + "/IDC/");
    }

    @Test
    void aTitleSaysHowManyNumbersFoundNoRoom() {
        List<PayableItem> many = java.util.stream.IntStream.rangeClosed(1, 20)
                .mapToObj(n -> item("1.00", "FV/2026/11/%04d".formatted(n)))
                .toList();
        String title = PaymentTitle.of(many, BankProfile.CharacterSet.LATIN);
        assertThat(title).hasSizeLessThanOrEqualTo(140).endsWith(" +12");
    }

    @ParameterizedTest
    @CsvSource({"Łódź & Söhne GmbH, Lodz + Sohne GmbH", "Straße 5; „A”, Strasse 5 A", "Кий, ''"})
    void foreignLettersBecomeTheirLikenessOrASpace(String text, String written) {
        assertThat(PaymentTitle.written(text, BankProfile.CharacterSet.LATIN)).isEqualTo(written);
    }

    private static List<BlockReason> reasons(PayableItem item) {
        return PaymentPlan.of(List.of(item), pln()).blocked().get(0).obstacles().stream()
                .map(Obstacle::reason)
                .toList();
    }

    private static PaymentPlan.Terms pln() {
        return new PaymentPlan.Terms(CurrencyCode.PLN, BankProfile.USUAL, FRIDAY, null);
    }

    private static Money pln(String amount) {
        return Money.of(amount, "PLN");
    }

    private static PayableItem item(String owed, String number) {
        return new PayableItem(
                UUID.randomUUID(), TEKTURO, pln(owed), FRIDAY, voucher(number, ONE, owed), Set.of(), null);
    }

    private static PayableItem.Voucher voucher(String number, String account, String gross) {
        return new PayableItem.Voucher(null, number, null, null, account, pln(gross), null, false);
    }

    private static PartyAccount account(String iban, boolean confirmed) {
        Instant at = Instant.parse("2026-01-01T10:00:00Z");
        return new PartyAccount(
                UUID.randomUUID(),
                iban,
                "person:1",
                confirmed,
                "person:1",
                null,
                at,
                confirmed ? "person:2" : null,
                confirmed ? at : null,
                null);
    }

    private static PartyView party(String name, PartyAccount... accounts) {
        return new PartyView(
                new PartyId(UUID.randomUUID()),
                name,
                "PL",
                null,
                new Address("ul. Tekturowa 8", null, "85-990", "Bydgoszcz", null, "PL"),
                List.of(accounts),
                true,
                false,
                0,
                List.of(),
                true);
    }
}
