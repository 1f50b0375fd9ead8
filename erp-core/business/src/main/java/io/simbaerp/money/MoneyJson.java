package io.simbaerp.money;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Money in REST: {@code {"amount": "1542.68", "currency": "PLN"}}. The amount is text, so that no reader turns it into a
 * binary fraction on the way.
 */
@Configuration(proxyBeanMethods = false)
class MoneyJson {

    @Bean
    static JacksonModule moneyModule() {
        return new SimpleModule("money").addSerializer(Money.class, new ValueSerializer<Money>() {
            @Override
            public void serialize(Money money, JsonGenerator json, SerializationContext context) {
                json.writeStartObject();
                json.writeStringProperty("amount", money.amount().toPlainString());
                json.writeStringProperty("currency", money.currency().code());
                json.writeEndObject();
            }
        });
    }
}
