package io.entrasync.mail;

/** What a mail says, before it is one: one line, and the same text twice. */
public record Draft(String subject, String text, String html) {}
