package io.simbaerp.integration;

import java.util.List;
import java.util.Locale;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;
import org.springframework.stereotype.Component;

/**
 * Drops the headers that steer Camel from every message as it enters a route: which file is written, which method
 * called, which address asked is said by the route and never by a message. However a sender writes them; other
 * spellings of the same name have been a way in before (CVE-2025-27636).
 */
@Component
class EntranceHeaders implements RoutePolicyFactory {

    private static final List<String> STEERING = List.of("camel", "org.apache.camel");
    private static final RoutePolicy DROP = new Drop();

    @Override
    public RoutePolicy createRoutePolicy(CamelContext context, String routeId, NamedNode route) {
        return DROP;
    }

    private static final class Drop extends RoutePolicySupport {

        @Override
        public void onExchangeBegin(Route route, Exchange exchange) {
            Message message = exchange.getIn();
            List.copyOf(message.getHeaders().keySet()).stream()
                    .filter(Drop::steers)
                    .forEach(message::removeHeader);
        }

        private static boolean steers(String header) {
            String name = header.strip().toLowerCase(Locale.ROOT);
            return STEERING.stream().anyMatch(name::startsWith);
        }
    }
}
