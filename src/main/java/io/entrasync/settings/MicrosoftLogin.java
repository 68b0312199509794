package io.entrasync.settings;

/** Who logs in with Microsoft: nobody, whoever chooses to, or everybody. */
public enum MicrosoftLogin {
    FALSE,
    BUTTON,
    TRUE
}
