package io.simbaerp.integration.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundAddressesTest {

    private final OutboundAddresses strict = OutboundAddresses.allowing();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "127.0.0.1",
                "127.9.9.9",
                "0.0.0.0",
                "0",
                "2130706433",
                "0x7f000001",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.100.100.200",
                "192.0.0.192",
                "224.0.0.1",
                "255.255.255.255",
                "198.18.0.1",
                "[::1]",
                "::1",
                "::",
                "::ffff:127.0.0.1",
                "::ffff:a00:1",
                "fe80::1",
                "fd00:ec2::254",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "::7f00:1",
                "::a00:1",
                "2001:0:7f00:1::1",
                "ff02::1"
            })
    void whatLeadsInsideIsRefused(String host) {
        assertThatThrownBy(() -> strict.resolve(host, 80)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "172.32.0.1",
                "172.15.255.255",
                "192.169.0.1",
                "11.0.0.1",
                "100.128.0.1",
                "2a00:1450::1"
            })
    void whatLeadsOutsideIsNot(String host) throws IOException {
        assertThat(strict.resolve(host, 443).isUnresolved()).isFalse();
    }

    @Test
    void theOperatorLetsThroughWhatIsMeantAndNothingElse() throws IOException {
        OutboundAddresses some = OutboundAddresses.allowing("127.0.0.1", "10.1.0.0/16", "fd00:1::/32");
        assertThat(some.resolve("127.0.0.1", 3310).getPort()).isEqualTo(3310);
        assertThat(some.resolve("10.1.200.3", 1).isUnresolved()).isFalse();
        assertThat(some.resolve("fd00:1::7", 1).isUnresolved()).isFalse();
        assertThatThrownBy(() -> some.resolve("127.0.0.2", 3310)).isInstanceOf(AddressRefused.class);
        assertThatThrownBy(() -> some.resolve("10.2.0.1", 1)).isInstanceOf(AddressRefused.class);
        assertThatThrownBy(() -> some.resolve("169.254.169.254", 80))
                .hasMessageContaining("169.254.169.254")
                .hasMessageContaining("simba.outbound.allowed");
    }

    @Test
    void nonsenseInTheListIsNamedAtTheStart() {
        assertThatThrownBy(() -> OutboundAddresses.allowing("10.0.0.0/99")).hasMessageContaining("10.0.0.0/99");
        assertThatThrownBy(() -> OutboundAddresses.allowing("my-host")).hasMessageContaining("my-host");
        assertThatThrownBy(() -> strict.resolve("8.8.8.8", 0)).isInstanceOf(AddressRefused.class);
    }
}
