package app.maru.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class PastedLinesTests {

    @Test
    void linesWithTextAndTheirCells() {
        assertThat(PastedLines.of("하나\r\n\r\n \t \n둘\t\t셋\n")).containsExactly(List.of("하나"), List.of("둘", "", "셋"));
        assertThat(PastedLines.of("")).isEmpty();
    }

    @Test
    void aQuotedCellHoldsLinesTabsAndMarks() {
        assertThat(PastedLines.of("\"a\nb\"\t\"c\td\"\n\"\"\"e\"\"\"\tf")).containsExactly(List.of("a\nb", "c\td"), List.of("\"e\"", "f"));
    }

    @Test
    void whatNoSpreadsheetQuotedIsText() {
        assertThat(PastedLines.of("\"a\" b\n\"c\"\n\"d\ne\tf\"g\n\"")).containsExactly(List.of("\"a\" b"), List.of("\"c\""), List.of("\"d"), List.of("e", "f\"g"), List.of("\""));
    }

    /** A megabyte of marks that never close is read at once, too. */
    @Test
    void marksThatDoNotCloseAreText() {
        assertThat(PastedLines.of("\"a\n".repeat(100_001))).hasSize(100_001);
    }
}
