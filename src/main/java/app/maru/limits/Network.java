package app.maru.limits;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** The network somebody comes from: whoever has an IPv6 address has all of those around it. */
final class Network {

    private static final int IPV6 = 16;
    private static final int OF_ONE_PLACE = 8;

    private Network() {}

    static String of(String address) {
        try {
            var bytes = InetAddress.ofLiteral(address).getAddress();
            return HexFormat.of().formatHex(bytes.length == IPV6 ? Arrays.copyOf(bytes, OF_ONE_PLACE) : bytes);
        } catch (IllegalArgumentException noAddress) {
            return address;
        }
    }
}
