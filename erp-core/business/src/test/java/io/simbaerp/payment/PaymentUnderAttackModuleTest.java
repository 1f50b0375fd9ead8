package io.simbaerp.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.party.PartyId;
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
    TestDatabase database;

    private final Payables payables = new Payables();
    private TestCompany company;

    @BeforeEach
    void propose() {
        beans.autowireBean(payables);
        company = payables.company();
        UUID account = payables.ownAccount(company);
        PartyId supplier = payables.supplier(company, "Tekturo Opakowania S.A.");
        payables.owed(company, supplier, "120.00");
        payables.owed(company, payables.unconfirmed(company, "Nowy"), "50.00");
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
