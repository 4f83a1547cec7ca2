package app.maru.together;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A bad line to the desk: what is sent over it takes its time, and there is never an answer. */
final class Line {

    private static final int LAST_WORDS = 10;

    private final Socket socket;
    private final String rest;

    Line(int port, String request) {
        this.rest = request.substring(request.length() - LAST_WORDS);
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            write(request.substring(0, request.length() - LAST_WORDS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String part) throws IOException {
        socket.getOutputStream().write(part.getBytes(StandardCharsets.US_ASCII));
    }

    /** Sends the rest, and hangs up. */
    void end() {
        try {
            write(rest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            breakOff();
        }
    }

    /** Hangs up, so that nobody ever gets the whole. */
    void breakOff() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
