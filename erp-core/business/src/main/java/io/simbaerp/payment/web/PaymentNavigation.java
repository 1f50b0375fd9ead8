package io.simbaerp.payment.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.page.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Payment runs in the menu. */
@Configuration(proxyBeanMethods = false)
class PaymentNavigation {

    @Bean
    NavigationEntry paymentEntry() {
        return new NavigationEntry(
                "payment.navigation",
                "/payment-runs",
                Duty.VIEW_PAYMENT,
                "exchange",
                NavigationEntry.Group.WORK,
                50,
                "p");
    }
}
