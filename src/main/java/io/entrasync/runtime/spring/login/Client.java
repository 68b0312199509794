package io.entrasync.runtime.spring.login;

/**
 * Where a login comes from.
 *
 * @param countedAs the name under which its wrong passwords are counted
 */
record Client(String address, String countedAs) {}
