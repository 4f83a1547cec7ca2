package app.maru.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirstRunTests {

    @TempDir
    static Path directory;

    static MaruProcess maru;
    static URI address;

    @BeforeAll
    static void start() {
        maru = MaruProcess.start("--server.port=0", "--maru.data-directory=" + directory, "--server.forward-headers-strategy=native");
        address = URI.create(maru.address());
    }

    @AfterAll
    static void stop() {
        maru.close();
    }

    @Test
    void listensOnThisMachineAlone() throws IOException {
        for (InetAddress outward : NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress()).toList()) {
            assertThatThrownBy(() -> new Socket(outward, address.getPort()).close()).isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void isNotStartedTwiceOnTheSameData() {
        try (var second = MaruProcess.start("--server.port=0", "--maru.data-directory=" + directory)) {
            assertThat(second.output()).singleElement().asString()
                    .contains("The data directory " + directory + " is in use by another Maru");
            assertThat(second.exitCode()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST", "127.0.0.1", "[::1]", "localhost:8080", "127.0.0.1:1", "[::1]:8080"})
    void answersToItsOwnNames(String host) throws IOException {
        assertThat(get("/", "Host: " + host)).startsWith("HTTP/1.1 ").doesNotContain("421").doesNotContain("400");
    }

    @ParameterizedTest
    @ValueSource(strings = {"maru.example", "localhost.maru.example", "127.0.0.1.maru.example:8080", "192.168.0.7", "[::2]", "::1"})
    void refusesForeignNames(String host) throws IOException {
        assertThat(get("/", "Host: " + host)).startsWith("HTTP/1.1 4").doesNotContain("Set-Cookie");
        assertThat(get("/", "Host: " + host, "X-Forwarded-Host: localhost")).startsWith("HTTP/1.1 4").doesNotContain("Set-Cookie");
    }

    @Test
    void tellsAForeignVisitorWhy() throws IOException {
        assertThat(get("/", "Host: maru.example"))
                .startsWith("HTTP/1.1 421").contains("text/plain").contains("answers as localhost only");
        assertThat(get("/api/v1/billing/products", "Host: maru.example"))
                .startsWith("HTTP/1.1 421").contains("application/problem+json").contains("\"code\":\"foreign-host\"");
    }

    private static String get(String path, String... headers) throws IOException {
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            String request = "GET %s HTTP/1.1\r\n%s\r\nConnection: close\r\n\r\n".formatted(path, String.join("\r\n", headers));
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
