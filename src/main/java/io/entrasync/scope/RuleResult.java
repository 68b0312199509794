package io.entrasync.scope;

import io.entrasync.model.ScopeReason;
import org.jspecify.annotations.Nullable;

/**
 * A rule of the scope as one object met it.
 *
 * @param rule what has to hold
 * @param value what the rule saw
 * @param reason why the object is left out if it does not hold
 * @param matches whether the object alone tells that it does not hold; filters and conflicts look at others too
 */
public record RuleResult(String rule, @Nullable String value, ScopeReason reason, boolean matches) {}
