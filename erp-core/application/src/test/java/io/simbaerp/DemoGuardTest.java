package io.simbaerp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class DemoGuardTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "localhost:8080",
                "LOCALHOST:8080",
                "127.0.0.1",
                "127.0.0.1:80",
                "[::1]",
                "[::1]:8080"
            })
    void answersToTheNamesOfThisMachine(String host) throws Exception {
        assertThat(statusOf(request(host))).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "simba.example.com", "192.168.1.20:8080", "localhost.example.com", "127.0.0.1.example.com", "",
                "localhost@example.com", "0.0.0.0:8080", "[::1].example.com", "127.1", "localhost:8080:80"
            })
    void answersToNoOtherName(String host) throws Exception {
        assertThat(statusOf(request(host))).isEqualTo(421);
    }

    @Test
    void answersNobodyWhoNamesNoHostOrTwo() throws Exception {
        MockHttpServletRequest none = new MockHttpServletRequest("GET", "/login");
        MockHttpServletRequest two = request("localhost");
        two.addHeader("Host", "example.com");

        assertThat(statusOf(none)).isEqualTo(421);
        assertThat(statusOf(two)).isEqualTo(421);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"X-Forwarded-For", "X-Forwarded-Host", "x-forwarded-proto", "Forwarded", "X-Real-IP", "Via"})
    void refusesForwardedRequests(String header) throws Exception {
        MockHttpServletRequest request = request("localhost");
        request.addHeader(header, "127.0.0.1");

        assertThat(statusOf(request)).isEqualTo(403);
    }

    @Test
    void refusesAnotherMachineThatCallsItLocalhost() throws Exception {
        MockHttpServletRequest request = request("localhost");
        request.setRemoteAddr("192.168.1.20");

        assertThat(statusOf(request)).isEqualTo(403);
    }

    @Test
    void saysWhy() throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        new DemoGuard().doFilter(request("example.com"), response, (in, out) -> {});

        assertThat(response.getContentAsString()).contains("demo of Simba ERP").contains("--empty");
    }

    private static MockHttpServletRequest request(String host) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/login");
        request.addHeader("Host", host);
        return request;
    }

    private static int statusOf(MockHttpServletRequest request) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        AtomicBoolean passed = new AtomicBoolean();
        new DemoGuard().doFilter(request, response, (in, out) -> passed.set(true));
        assertThat(passed.get()).isEqualTo(response.getStatus() == 200);
        return response.getStatus();
    }
}
