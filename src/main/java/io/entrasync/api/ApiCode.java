package io.entrasync.api;

/** Every code of a refused request, with its HTTP status, its one-sentence meaning and remedy. */
public enum ApiCode {
    INVALID_REQUEST(400, "The request is not valid.", "Correct what the detail names and send the request again."),
    UNAUTHORIZED(401, "A login is required.", "Log in, or send user name and password with HTTP Basic."),
    FORBIDDEN(403, "This login may not do that.", "Log in with an account that may."),
    CSRF(
            403,
            "The request does not prove that it comes from the console itself.",
            "Reload the console and try again; programs use HTTP Basic."),
    NOT_FOUND(404, "There is nothing at this address.", "Check path and id; lists show the ids that exist."),
    METHOD_NOT_ALLOWED(405, "This address does not take that method.", "See /api/openapi.json for what it takes."),
    NOT_ACCEPTABLE(406, "None of the accepted content types can be delivered.", "Accept application/json."),
    RUN_IN_PROGRESS(
            409,
            "Another run is at work; only one at a time changes the directory.",
            "Wait until it has ended and try again."),
    ADDRESS_IN_USE(
            409,
            "An address belongs to somebody else already.",
            "Choose another address, or take it from its owner first."),
    WRONG_STATE(409, "The account is in a state in which this cannot be done.", "Do first what the detail names."),
    NO_TECH_CONTACT(
            409,
            "Nobody receives mails.",
            "Set tech-contact to an address that is read, and mail.host to the server that takes its mail."),
    DOMAIN_IN_USE(
            409,
            "Accounts or groups have addresses in this domain.",
            "Repeat the request with confirm=true if their mail is meant to stop."),
    SECRET_STORE_UNAVAILABLE(
            409,
            "Secrets cannot be kept, because there is no key to encrypt them with.",
            "Set settings.key-file to a file with 32 random bytes and restart, or configure the secret in a file."),
    CONTENT_TOO_LARGE(413, "The request's body is too large.", "Send less at once."),
    UNSUPPORTED_MEDIA_TYPE(415, "The content type of the body is not supported.", "Send application/json."),
    INVALID_VALUE(422, "A value is not allowed.", "Correct the value that the detail names."),
    TOO_MANY_LOGINS(
            429, "Too many wrong passwords came from this place.", "Wait as long as Retry-After says, then try again."),
    INTERNAL(500, "The request ended through an unexpected error.", "Try again; if it happens again, see the log."),
    DIRECTORY_UNAVAILABLE(
            503, "The directory database does not answer.", "Check db.url and the database, and try again.");

    private final int status;
    private final String title;
    private final String remedy;

    ApiCode(int status, String title, String remedy) {
        this.status = status;
        this.title = title;
        this.remedy = remedy;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String remedy() {
        return remedy;
    }

    /** The code for an error that the web server itself answers with. */
    public static ApiCode ofStatus(int status) {
        for (ApiCode code : values()) {
            if (code.status == status && status != 409) {
                return code;
            }
        }
        return status >= 400 && status < 500 ? INVALID_REQUEST : INTERNAL;
    }
}
