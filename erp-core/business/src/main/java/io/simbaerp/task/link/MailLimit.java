package io.simbaerp.task.link;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Up to which amount a link in mail decides without signing in. */
@Query(Duty.BELONG_TO_COMPANY)
public class MailLimit {

    /** Where the company has set none. */
    private static final BigDecimal USUAL = new BigDecimal("500.00");

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final CurrentCompany currentCompany;

    MailLimit(JdbcClient jdbc, CurrentActor currentActor, CurrentCompany currentCompany) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.currentCompany = currentCompany;
    }

    /** In the company's currency. */
    public Money get() {
        CurrencyCode currency = currentCompany.get().baseCurrency();
        return new Money(
                jdbc.sql("select amount from task.mail_limit where company_id = ?")
                        .param(currentActor.company().value())
                        .query(BigDecimal.class)
                        .optional()
                        .orElse(USUAL),
                currency);
    }

    /** Whether so much is decided without signing in; never what is in another currency, or of no amount. */
    public boolean covers(@Nullable Money amount) {
        Money limit = get();
        return amount != null
                && amount.currency().equals(limit.currency())
                && amount.amount().abs().compareTo(limit.amount()) <= 0;
    }
}
