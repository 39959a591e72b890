package org.immunoedit.figure;

import java.awt.Color;
import java.util.List;
import org.immunoedit.outcome.Phase;

/**
 * Colors that people with common kinds of color blindness can tell apart.
 *
 * <p>Lines: Okabe and Ito 2008, <i>Color universal design</i>, jfly.uni-koeln.de/color; their yellow is left out, which
 * is too light for lines on white. Backgrounds, cells and stacked areas: the schemes <i>pale</i>, <i>light</i> and
 * <i>muted</i> of Paul Tol, <i>Colour schemes</i>, SRON technical note SRON/EPS/TN/09-002. Numbers: <i>cividis</i>,
 * Nuñez, Anderton, Renslow 2018, PLoS ONE 13:e0199239, read at ten places and joined linearly.
 */
public final class Palette {
    /** Texts and axes. */
    static final Color INK = new Color(0x222222);

    /** Second-rank texts. */
    static final Color GRAY = new Color(0x666666);

    /** Lines of the grid. */
    static final Color FAINT = new Color(0xE6E6E6);

    /** The tumor. */
    public static final Color TUMOR = new Color(0xD55E00);

    /** What has no value, e.g. a failed run. */
    public static final Color MISSING = Color.WHITE;

    /** What was measured nowhere in a run that went well, e.g. the time of an event that never came. */
    static final Color NONE = new Color(0xEEEEEE);

    private static final List<Color> LINES = List.of(
            new Color(0x0072B2),
            new Color(0x009E73),
            new Color(0xCC79A7),
            new Color(0x56B4E9),
            new Color(0xE69F00),
            new Color(0x000000),
            new Color(0x999999));

    private static final int[] CIVIDIS = {
        0x00224E, 0x123570, 0x3B496C, 0x575D6D, 0x707173, 0x8A8678, 0xA59C74, 0xC3B369, 0xE1CC55, 0xFEE838
    };

    private static final List<Color> GAINS =
            List.of(new Color(0x44AA99), new Color(0x88CCEE), new Color(0x117733), new Color(0x332288));

    private static final List<Color> LOSSES = List.of(
            new Color(0xCC6677), new Color(0xDDCC77), new Color(0xAA4499), new Color(0x999933), new Color(0x882255));

    /** What is too small for a color of its own. */
    static final Color OTHER = new Color(0xDDDDDD);

    private Palette() {}

    /** Number of different colors of {@link #line}. */
    public static int lines() {
        return LINES.size();
    }

    /** The color of the i-th line beside the tumor, from 0; they recur. */
    public static Color line(int i) {
        return LINES.get(Math.floorMod(i, LINES.size()));
    }

    /** Number of different colors of {@link #part}. */
    static int parts(boolean gain) {
        return (gain ? GAINS : LOSSES).size();
    }

    /** The color of the i-th area of gains or of losses, from 0. */
    static Color part(boolean gain, int i) {
        return (gain ? GAINS : LOSSES).get(i);
    }

    /** Background of a phase. */
    public static Color pale(Phase phase) {
        return switch (phase) {
            case ELIMINATION -> new Color(0xCCEEFF);
            case EQUILIBRIUM -> new Color(0xEEEEBB);
            case ESCAPE -> new Color(0xFFCCCC);
            case UNDETERMINED -> new Color(0xEEEEEE);
        };
    }

    /** Cell of a phase in a map. */
    public static Color cell(Phase phase) {
        return switch (phase) {
            case ELIMINATION -> new Color(0x77AADD);
            case EQUILIBRIUM -> new Color(0xEEDD88);
            case ESCAPE -> new Color(0xEE8866);
            case UNDETERMINED -> new Color(0xDDDDDD);
        };
    }

    /** A color for a share between 0 and 1, dark to light. */
    public static Color share(double share) {
        double place = Math.min(1, Math.max(0, share)) * (CIVIDIS.length - 1);
        int i = Math.min(CIVIDIS.length - 2, (int) place);
        return mixed(CIVIDIS[i], CIVIDIS[i + 1], place - i);
    }

    /** The same color, lighter: behind data. */
    static Color faint(Color color) {
        return mixed(color.getRGB() & 0xFFFFFF, 0xFFFFFF, 0.5);
    }

    private static Color mixed(int low, int high, double share) {
        int rgb = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = low >> shift & 0xFF;
            int b = high >> shift & 0xFF;
            rgb |= (int) Math.round(a + share * (b - a)) << shift;
        }
        return new Color(rgb);
    }
}
