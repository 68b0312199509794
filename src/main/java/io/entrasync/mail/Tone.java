package io.entrasync.mail;

/** The colours of a verdict, where a mail program knows no style sheets. */
final class Tone {
    private Tone() {}

    /** Inline CSS of a tone, as its name stands in the templates. */
    static String style(String tone) {
        return switch (tone) {
            case "ok" -> "background:#e3f4e8; color:#0f5a2b;";
            case "attention" -> "background:#fff1c9; color:#5c4300;";
            default -> "background:#fde4e2; color:#8c1d18;";
        };
    }
}
