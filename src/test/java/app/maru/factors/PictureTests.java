package app.maru.factors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.regex.Pattern;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import org.junit.jupiter.api.Test;

class PictureTests {

    private static final Pattern SQUARE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");
    private static final int SCALE = 4;

    @Test
    void aTelephoneReadsWhatIsDrawn() throws Exception {
        var address = Totp.address(Totp.secret(), "editor@maru.example");

        assertThat(new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(drawn(Picture.of(address))))).getText()).isEqualTo(address);
    }

    private static LuminanceSource drawn(Picture picture) {
        var width = picture.size() * SCALE;
        var light = new byte[width * width];
        Arrays.fill(light, (byte) 255);
        SQUARE.matcher(picture.path()).results().forEach(square -> {
            for (int y = 0; y < SCALE; y++) {
                for (int x = 0; x < SCALE; x++) {
                    light[(Integer.parseInt(square.group(2)) * SCALE + y) * width + Integer.parseInt(square.group(1)) * SCALE + x] = 0;
                }
            }
        });
        return new PlanarYUVLuminanceSource(light, width, width, 0, 0, width, width, false);
    }
}
