package app.maru.factors;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * A QR code, as a path of squares.
 *
 * @param size how many squares it is wide and high, with the rim that readers need
 */
record Picture(int size, String path) {

    private static final int RIM = 4;

    static Picture of(String text) {
        try {
            var squares = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
            return new Picture(squares.getWidth() + 2 * RIM, path(squares));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException(tooLong);
        }
    }

    private static String path(ByteMatrix squares) {
        return IntStream.range(0, squares.getHeight()).boxed()
            .flatMap(y -> IntStream.range(0, squares.getWidth()).filter(x -> squares.get(x, y) == 1).mapToObj(x -> "M%d %dh1v1h-1z".formatted(x + RIM, y + RIM)))
            .collect(Collectors.joining());
    }
}
