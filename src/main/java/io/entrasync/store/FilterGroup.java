package io.entrasync.store;

/**
 * A group that a filter names, or one with hidden membership inside it.
 *
 * @param name as it is configured
 */
public record FilterGroup(Effect effect, String entraId, String name) {
    /** What being a member means. */
    public enum Effect {
        INCLUDE("filter.include-groups"),
        EXCLUDE("filter.exclude-groups");

        private final String key;

        Effect(String key) {
            this.key = key;
        }

        /** The setting that names such groups. */
        public String key() {
            return key;
        }
    }
}
