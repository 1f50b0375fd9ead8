package io.simbaerp.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RequestLimitsTest {

    @Test
    void aCallerGetsItsMinutesWorthAndThenWaits() {
        Allowances three = new Allowances(3);
        for (int i = 0; i < 3; i++) {
            assertThat(three.wait("one")).isEmpty();
        }
        assertThat(three.wait("one"))
                .hasValueSatisfying(wait -> assertThat(wait).isBetween(Duration.ofMillis(1), Duration.ofSeconds(20)));
        assertThat(three.wait("another")).isEmpty();
    }

    @Test
    void noLimitIsNoLimit() {
        Allowances none = new Allowances(0);
        for (int i = 0; i < 1000; i++) {
            assertThat(none.wait("one")).isEmpty();
        }
    }

    @Test
    void manyCallersDoNotFillTheMemory() {
        Allowances one = new Allowances(1);
        for (int i = 0; i < 3 * Allowances.MOST_CALLERS; i++) {
            assertThat(one.wait("caller " + i)).isEmpty();
        }
        assertThat(one.wait("caller " + (3 * Allowances.MOST_CALLERS - 1))).isPresent();
    }

    @Test
    void aTokenIsLimitedWhereverItIsUsedFrom() throws Exception {
        RequestLimitFilter filter = new RequestLimitFilter(new RequestLimits(2, 100, 100));
        assertThat(ask(filter, "192.0.2.1", "simba_x").getStatus()).isEqualTo(200);
        assertThat(ask(filter, "192.0.2.2", "simba_x").getStatus()).isEqualTo(200);
        MockHttpServletResponse third = ask(filter, "192.0.2.3", "simba_x");
        assertThat(third.getStatus()).isEqualTo(429);
        assertThat(Integer.parseInt(String.valueOf(third.getHeader("Retry-After"))))
                .isBetween(1, 61);
        assertThat(ask(filter, "192.0.2.3", "simba_y").getStatus()).isEqualTo(200);
    }

    @Test
    void anAddressIsLimitedWhateverTokensItInvents() throws Exception {
        RequestLimitFilter filter = new RequestLimitFilter(new RequestLimits(100, 2, 100));
        assertThat(ask(filter, "2001:db8:1:2::1", "a").getStatus()).isEqualTo(200);
        assertThat(ask(filter, "2001:db8:1:2:ffff::9", "b").getStatus()).isEqualTo(200);
        assertThat(ask(filter, "2001:db8:1:2:3::7", "c").getStatus()).isEqualTo(429);
        assertThat(ask(filter, "2001:db8:1:3::1", "d").getStatus()).isEqualTo(200);
        assertThat(ask(filter, "192.0.2.9", "e").getStatus()).isEqualTo(200);
    }

    private static MockHttpServletResponse ask(RequestLimitFilter filter, String address, String token)
            throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/documents");
        request.setRemoteAddr(address);
        request.addHeader("Authorization", "Bearer " + token);
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        return response;
    }
}
