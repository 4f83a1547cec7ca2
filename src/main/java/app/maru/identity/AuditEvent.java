package app.maru.identity;

import java.util.Locale;

/** What is written to the log of sign-ins, and of who may come in otherwise. */
public enum AuditEvent {
    LOGIN_SUCCESS, LOGIN_FAILURE, LOGOUT, PASSWORD_CHANGED, PASSWORD_RESET, PASSWORD_RESET_SENT, MAGIC_LINK_SENT, OTP_SENT, OTP_VERIFIED, FIRST_ADMIN_CREATED,
    FIRST_STEP_PASSED, TOTP_VERIFIED, RECOVERY_CODE_USED, PROVED_AGAIN;

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
