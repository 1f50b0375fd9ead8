package io.simbaerp.integration.outbound;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Looks the address of a partner up, once, and refuses those that lead back inside. */
@Component
public class OutboundAddresses {

    private static final int HIGHEST_PORT = 65_535;

    /** Networks that are nobody's on the internet: ours, our neighbours', or reserved. */
    private static final List<Network> INSIDE = List.of(
            Network.of("0.0.0.0/8"),
            Network.of("10.0.0.0/8"),
            Network.of("100.64.0.0/10"),
            Network.of("127.0.0.0/8"),
            Network.of("169.254.0.0/16"),
            Network.of("172.16.0.0/12"),
            Network.of("192.0.0.0/24"),
            Network.of("192.168.0.0/16"),
            Network.of("198.18.0.0/15"),
            Network.of("224.0.0.0/3"),
            // The old ways to carry IPv4: compatible, which holds :: and ::1 as well, and Teredo.
            Network.of("::/96"),
            Network.of("2001::/32"),
            Network.of("64:ff9b::/96"),
            Network.of("64:ff9b:1::/48"),
            Network.of("2002::/16"),
            Network.of("fc00::/7"),
            Network.of("fe80::/10"),
            Network.of("fec0::/10"),
            Network.of("ff00::/8"));

    private final List<Network> allowed;

    OutboundAddresses(@Value("${simba.outbound.allowed:}") List<String> allowed) {
        this.allowed = allowed.stream()
                .map(String::strip)
                .filter(network -> !network.isEmpty())
                .map(Network::of)
                .toList();
    }

    /** With these networks let through, such as {@code 127.0.0.1} or {@code 10.1.0.0/16}. */
    public static OutboundAddresses allowing(String... networks) {
        return new OutboundAddresses(List.of(networks));
    }

    /**
     * The address to connect to. Connecting to the name instead would look it up anew.
     *
     * @throws AddressRefused if any address of the name is inside and not listed
     */
    public InetSocketAddress resolve(String host, int port) throws IOException {
        if (port < 1 || port > HIGHEST_PORT) {
            throw new AddressRefused("There is no port " + port);
        }
        InetAddress[] found = InetAddress.getAllByName(host);
        for (InetAddress address : found) {
            if (isInside(address) && allowed.stream().noneMatch(network -> network.holds(address))) {
                throw new AddressRefused(
                        host + " is " + address.getHostAddress()
                                + ", an address of this machine or its network: list it in simba.outbound.allowed if it is meant");
            }
        }
        return new InetSocketAddress(found[0], port);
    }

    private static boolean isInside(InetAddress address) {
        return INSIDE.stream().anyMatch(network -> network.holds(address));
    }

    /** A range of addresses. IPv4 written as IPv6 was made IPv4 by the JDK. */
    private record Network(byte[] start, int bits) {

        static Network of(String written) {
            int slash = written.indexOf('/');
            String address = slash < 0 ? written : written.substring(0, slash);
            try {
                if (!address.matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
                    throw new IllegalArgumentException();
                }
                byte[] start = InetAddress.getByName(address).getAddress();
                int bits = slash < 0 ? start.length * 8 : Integer.parseInt(written.substring(slash + 1));
                if (bits < 0 || bits > start.length * 8) {
                    throw new IllegalArgumentException();
                }
                return new Network(start, bits);
            } catch (IOException | IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "simba.outbound.allowed: " + written
                                + " is neither an address nor a network such as 10.1.0.0/16",
                        e);
            }
        }

        boolean holds(InetAddress address) {
            byte[] bytes = address.getAddress();
            if (bytes.length != start.length) {
                return false;
            }
            int whole = bits / 8;
            int mask = (0xff00 >> (bits % 8)) & 0xff;
            return Arrays.equals(bytes, 0, whole, start, 0, whole)
                    && (mask == 0 || (bytes[whole] & mask) == (start[whole] & mask));
        }
    }
}
