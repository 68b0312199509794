package io.entrasync.demo;

/**
 * What the demo's Graph sends back over HTTP.
 *
 * @param status HTTP status
 * @param contentType media type of the text
 * @param text the body
 */
public record DemoAnswer(int status, String contentType, String text) {}
