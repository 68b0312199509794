package io.entrasync.model;

import java.util.List;
import java.util.Map;

/**
 * What a change of settings would newly remove or add.
 *
 * @param counts by category and object type
 * @param items the first of them, removals before additions
 * @param notes what could not be told, and why
 */
public record SettingsPreview(Map<String, Map<String, Integer>> counts, List<PlanItem> items, List<String> notes) {}
