package io.simbaerp.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.party.PartyId;
import io.simbaerp.payment.proof.RecordWhiteListProof;
import io.simbaerp.testing.Attack;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestDatabase;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** Plain SQL against payment runs, past the application: what PostgreSQL alone refuses of its owner. */
@ModuleTest
class PaymentUnderAttackModuleTest {

    private static final String FILE = "insert into payment.payment_file select company_id, id, 'x.xml', 'x', 'x',"
            + " repeat('a', 64), 1, 1, 1, false, now() from payment.payment_run;";
    private static final String RELEASED =
            "state = 'RELEASED', released_at = now(), sent_by = 'person:2', approved_by = 'person:3'";

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    ProposePaymentRun propose;

    @Autowired
    RecordWhiteListProof recordProof;

    @Autowired
    TestDatabase database;

    private final Payables payables = new Payables();
    private TestCompany company;
    private PartyId supplier;

    @BeforeEach
    void propose() {
        beans.autowireBean(payables);
        company = payables.company();
        UUID account = payables.ownAccount(company);
        supplier = payables.supplier(company, "Tekturo Opakowania S.A.");
        payables.owed(company, supplier, "120.00");
        payables.owed(company, payables.unconfirmed(company, "Nowy"), "50.00");
        payables.split(company, supplier, "70.00");
        payables.owed(company, supplier, "20000.00");
        payables.split(company, supplier, "30000.00");
        company.as(() -> propose.propose(new PaymentRunDraft(Payables.DAY.plusDays(30), account, null)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            update payment.payment_run set state = 'RELEASED' | payment_run_moves_along_its_ways
            update payment.payment_run set state = 'IN_APPROVAL'; update payment.payment_run set RELEASED | payment_run_released_has_its_file
            FILE update payment.payment_run set state = 'IN_APPROVAL'; update payment.payment_run set state = 'RELEASED' | payment_run_released_is_whole
            FILE update payment.payment_run set state = 'IN_APPROVAL'; update payment.payment_run set state = 'RELEASED', released_at = now(), sent_by = 'person:2', approved_by = 'person:2' | payment_run_is_approved_by_a_second_person
            update payment.payment_run set state = 'CANCELLED' | payment_run_cancelled_has_reason
            update payment.payment_run set state = 'CANCELLED', cancel_reason = 'x'; update payment.payment_run set state = 'PROPOSED' | payment_run_closed_never_changes
            update payment.payment_run set account_id = gen_random_uuid() | payment_run_stays_what_it_is
            delete from payment.payment_run | payment_run_is_never_removed
            update payment.payment_order set amount = 1 | payment_order_stands
            update payment.payment_order set iban = 'DE89370400440532013000' | payment_order_stands
            update payment.payment_order set pay_on = pay_on + 1 | payment_order_stands
            delete from payment.payment_order | payment_order_is_never_removed
            update payment.order_item set live = false | order_item_is_held
            update payment.order_item set amount = 1 | order_item_is_held
            delete from payment.order_item | order_item_is_never_removed
            update payment.blocked_item set reasons = '{PAID_BEFORE}', details = '{x}' | blocked_item_stands
            update payment.blocked_item set details = array_append(details, 'x'), reasons = array_append(reasons, 'WHITE_LIST') | blocked_item_stands
            update payment.blocked_item set amount = 1 | blocked_item_stands
            update payment.blocked_item b set order_id = o.id from payment.payment_order o where o.run_id = b.run_id; update payment.blocked_item set order_id = null | blocked_item_stands
            FILE update payment.payment_file set sha256 = repeat('b', 64) | payment_file_never_changes
            FILE delete from payment.payment_file | payment_file_never_changes
            update company.bank_account set iban = 'PL27114020040000300201355387' | own_account_never_becomes_another
            """)
    void nothingIsMovedPastItsWays(String attack, String constraint) throws SQLException {
        String sql = attack.replace("FILE", FILE).replace("set RELEASED", "set " + RELEASED);
        assertThat(refusal(sql)).isEqualTo(constraint);
    }

    @Test
    void anOrderIsMoreThanNothingAndGoesToAConfirmedAccount() throws SQLException {
        String order =
                "insert into payment.payment_order (company_id, id, run_id, position, kind, payee_id, payee_name,"
                        + " iban, country, amount, currency, pay_on, title, reference) select o.company_id, gen_random_uuid(),"
                        + " o.run_id, 99, 'DOMESTIC', %s, 'x', o.iban, 'PL', %s, 'PLN', o.pay_on, 'x', 'x' from payment.payment_order o";
        assertThat(refusal(order.formatted("o.payee_id", "0"))).isEqualTo("payment_order_is_more_than_nothing");
        assertThat(refusal(order.formatted("o.payee_id", "-5"))).isEqualTo("payment_order_is_more_than_nothing");
        assertThat(refusal(order.formatted("(select id from party.party where name = 'Nowy')", "5")))
                .isEqualTo("payment_order_goes_to_a_confirmed_account");
        assertThat(refusal(
                        "update payment.payment_run set state = 'IN_APPROVAL'; " + order.formatted("o.payee_id", "5")))
                .isEqualTo("payment_order_comes_with_the_proposal");
    }

    @Test
    void anItemLivesInOneRunAndPaysNoMoreThanIsOpen() throws SQLException {
        String second = "insert into payment.payment_run (company_id, id, number, state, account_id, due_until,"
                + " proposed_by, proposed_at) select company_id, '11111111-1111-7111-8111-111111111111', 'PAY/x',"
                + " 'PROPOSED', account_id, due_until, proposed_by, proposed_at from payment.payment_run;"
                + " insert into payment.payment_order (company_id, id, run_id, position, kind, payee_id, payee_name, iban,"
                + " country, amount, currency, pay_on, title, reference) select company_id,"
                + " '22222222-2222-7222-8222-222222222222', '11111111-1111-7111-8111-111111111111', 1, kind, payee_id,"
                + " payee_name, iban, country, amount, currency, pay_on, title, 'x' from payment.payment_order;"
                + " insert into payment.order_item (company_id, order_id, open_item_id, run_id, amount, currency, due_date,"
                + " document_number) select company_id, '22222222-2222-7222-8222-222222222222', open_item_id,"
                + " '11111111-1111-7111-8111-111111111111', %s, currency, due_date, document_number"
                + " from payment.order_item";
        assertThat(refusal(second.formatted("amount"))).isEqualTo("order_item_lives_in_one_run");
        assertThat(refusal(second.formatted("amount + 1"))).isEqualTo("order_item_pays_no_more_than_is_open");
    }

    /** Orders the blocked item to the supplier's account, past the application. */
    private static String ordered(String number, String kind, String through) {
        return """
                insert into payment.payment_order (company_id, id, run_id, position, kind, payee_id, payee_name, iban,
                       country, amount, currency, pay_on, title, reference, let_through_by, let_through_reasons,
                       let_through_comment)
                select o.company_id, '33333333-3333-7333-8333-333333333333', o.run_id, 98, '%s', o.payee_id, 'x', o.iban,
                       'PL', b.amount, 'PLN', o.pay_on, 'x', 'x', %s
                  from payment.payment_order o
                  join payment.blocked_item b on b.run_id = o.run_id and b.amount = %s;
                insert into payment.order_item (company_id, order_id, open_item_id, run_id, amount, currency, due_date,
                       document_number)
                select o.company_id, o.id, b.open_item_id, o.run_id, b.amount, 'PLN', b.due_date, 'x'
                  from payment.payment_order o
                  join payment.blocked_item b on b.run_id = o.run_id and b.amount = %s
                 where o.position = 98;
                """.formatted(kind, through, number, number);
    }

    /** What is to be split (70), above the limit without proof (20,000), or both (30,000). */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', nullValues = "-", textBlock = """
            PROPOSED    | 70    | DOMESTIC | null, null, null                                        | payment_order_splits_what_is_to_be_split
            PROPOSED    | 70    | SPLIT    | null, null, null                                        | payment_order_splits_what_is_to_be_split
            PROPOSED    | 20000 | DOMESTIC | null, null, null                                        | payment_order_has_its_white_list_proof
            IN_APPROVAL | 70    | DOMESTIC | 'person:9', '{SPLIT_PAYMENT}', 'x'                     | payment_order_splits_what_is_to_be_split
            IN_APPROVAL | 20000 | DOMESTIC | 'person:9', '{PAID_BEFORE}', 'x'                       | payment_order_has_its_white_list_proof
            IN_APPROVAL | 30000 | SPLIT    | 'person:9', '{SPLIT_PAYMENT}', 'x'                     | payment_order_has_its_white_list_proof
            IN_APPROVAL | 30000 | SPLIT    | 'person:9', '{WHITE_LIST}', 'x'                        | payment_order_splits_what_is_to_be_split
            IN_APPROVAL | 70    | SPLIT    | 'person:9', '{SPLIT_PAYMENT,WHITE_LIST}', 'x'          | payment_order_let_through_is_what_was_shown
            PROPOSED    | 70    | SPLIT    | 'person:9', '{SPLIT_PAYMENT}', 'x'                     | payment_order_let_through_is_what_was_shown
            IN_APPROVAL | 70    | SPLIT    | 'person:9', '{SPLIT_PAYMENT}', ' '                     | payment_order_let_through_has_reason
            IN_APPROVAL | 70    | SPLIT    | 'person:9', '{}', 'x'                                  | payment_order_let_through_has_reason
            IN_APPROVAL | 70    | SPLIT    | 'person:9', '{ACCOUNT_NEW}', 'x'                       | payment_order_let_through_has_reason
            IN_APPROVAL | 70    | SPLIT    | 'system:x', '{SPLIT_PAYMENT}', 'x'                     | payment_order_let_through_by_a_person
            IN_APPROVAL | 70    | SPLIT    | 'person:5', '{SPLIT_PAYMENT}', 'x'                     | payment_order_let_through_by_another
            IN_APPROVAL | 70    | SPLIT    | 'person:9', '{SPLIT_PAYMENT}', 'x'                     | -
            IN_APPROVAL | 30000 | SPLIT    | 'person:9', '{SPLIT_PAYMENT,WHITE_LIST}', 'x'          | -
            """)
    void whatIsBlockedGoesOnlyAsAnApproverLetItThrough(
            String state, String item, String kind, String through, @Nullable String constraint) throws SQLException {
        assertThat(refusal(moved(state) + ordered(item, kind, through))).isEqualTo(constraint);
    }

    @Test
    void whatIsLetThroughGoesAlone() throws SQLException {
        String another = "insert into payment.order_item (company_id, order_id, open_item_id, run_id, amount, currency,"
                + " due_date, document_number) select b.company_id, '33333333-3333-7333-8333-333333333333',"
                + " b.open_item_id, b.run_id, 50, 'PLN', b.due_date, 'x' from payment.blocked_item b where b.amount = 50";
        assertThat(refusal(
                        moved("IN_APPROVAL") + ordered("70", "SPLIT", "'person:9', '{SPLIT_PAYMENT}', 'x'") + another))
                .isEqualTo("payment_order_let_through_is_alone");
    }

    /** The run was proposed with a proof of its day; released days later it is none. */
    @Test
    void aReleaseAsksForTheProofOfItsOwnDay() throws SQLException {
        company.run(() -> recordProof.record(supplier.value(), Payables.THEIRS, "abcde-12345"));
        assertThat(refusal(FILE + ordered("20000", "DOMESTIC", "null, null, null") + moved("IN_APPROVAL")
                        + "update payment.payment_run set " + RELEASED))
                .isEqualTo("payment_order_has_its_white_list_proof");
        assertThat(refusal(FILE + ordered("20000", "DOMESTIC", "null, null, null") + moved("IN_APPROVAL")
                        + "update payment.payment_run set "
                        + RELEASED.replace("now()", "'" + Payables.DAY + "T12:00:00Z'")))
                .isNull();
    }

    /** The run was proposed by a person, sent by person 2 and released; now somebody wants its money free again. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', nullValues = "-", textBlock = """
            LEFT | update payment.payment_order set let_go_by = 'person:9', let_go_at = now(), let_go_reason = 'x' | -
            LEFT | update payment.payment_order set let_go_by = 'person:2', let_go_at = now(), let_go_reason = 'x' | payment_order_let_go_by_another
            LEFT | update payment.payment_order o set let_go_by = r.proposed_by, let_go_at = now(), let_go_reason = 'x' from payment.payment_run r where r.id = o.run_id | payment_order_let_go_by_another
            LEFT | update payment.payment_order set let_go_by = 'person:9', let_go_for = 'person:2', let_go_at = now(), let_go_reason = 'x' | payment_order_let_go_by_another
            LEFT | update payment.payment_order o set let_go_by = a.confirmed_by, let_go_at = now(), let_go_reason = 'x' from party.bank_account a where a.party_id = o.payee_id | payment_order_let_go_by_another
            LEFT | update payment.payment_order set let_go_by = 'system:x', let_go_at = now(), let_go_reason = 'x' | payment_order_let_go_by_a_person_with_a_reason
            LEFT | update payment.payment_order set let_go_by = 'person:9', let_go_at = now(), let_go_reason = ' ' | payment_order_let_go_by_a_person_with_a_reason
            LEFT | update payment.payment_order set let_go_by = 'person:9', let_go_at = now() | payment_order_let_go_whole
            LEFT | update payment.payment_order set let_go_by = 'person:9', let_go_reason = 'x' | payment_order_let_go_whole
            LEFT | update payment.payment_order set let_go_by = 'person:9', let_go_at = now(), let_go_reason = 'x'; update payment.payment_order set let_go_reason = 'y' | payment_order_stands
            LEFT | update payment.payment_order set let_go_by = 'person:9', let_go_at = now(), let_go_reason = 'x'; update payment.order_item set live = true | order_item_is_held
            LEFT | update payment.order_item set live = false | order_item_is_held
            PROPOSED | insert into payment.payment_order (company_id, id, run_id, position, kind, payee_id, payee_name, iban, country, amount, currency, pay_on, title, reference, let_go_by, let_go_at, let_go_reason) select company_id, gen_random_uuid(), run_id, 99, kind, payee_id, 'x', iban, 'PL', 5, 'PLN', pay_on, 'x', 'x', 'person:9', now(), 'x' from payment.payment_order | payment_order_is_let_go_later
            PROPOSED | update payment.payment_order set let_go_by = 'person:9', let_go_at = now(), let_go_reason = 'x' | payment_order_let_go_after_it_left
            IN_APPROVAL | update payment.payment_order set let_go_by = 'person:9', let_go_at = now(), let_go_reason = 'x' | payment_order_let_go_after_it_left
            """)
    void whatLeftIsFreeOnlyAsAnotherPersonLetsItGo(String state, String attack, @Nullable String constraint)
            throws SQLException {
        String before = state.equals("LEFT")
                ? FILE + moved("IN_APPROVAL") + "update payment.payment_run set " + RELEASED + ";"
                : moved(state);
        assertThat(refusal(before + attack)).isEqualTo(constraint);
    }

    private static String moved(String state) {
        return state.equals("PROPOSED")
                ? ""
                : "update payment.payment_run set state = '" + state + "', sent_by = 'person:5', sent_at = now();";
    }

    @Test
    void aReleasedOrderIsTheSumOfItsItems() throws SQLException {
        String order =
                "insert into payment.payment_order (company_id, id, run_id, position, kind, payee_id, payee_name,"
                        + " iban, country, amount, currency, pay_on, title, reference) select company_id, gen_random_uuid(),"
                        + " run_id, 99, kind, payee_id, 'x', iban, 'PL', 5, 'PLN', pay_on, 'x', 'x' from payment.payment_order;";
        assertThat(refusal(FILE + order + "update payment.payment_run set state = 'IN_APPROVAL';"
                        + " update payment.payment_run set " + RELEASED))
                .isEqualTo("payment_order_is_the_sum_of_its_items");
    }

    /** The constraint that refuses the owner of the tables. */
    private @Nullable String refusal(String sql) throws SQLException {
        return new Attack(database, company.id()).refusal(TestDatabase.OWNER, sql);
    }
}
