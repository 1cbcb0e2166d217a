using System.Text.Json.Nodes;
using SesCompliance.Local.StepFunctions.Data;

namespace SesCompliance.Local.StepFunctions.Language.Parsing;

/// <summary>Checks that every transition leads to a state, every state is some transition's target, and there is an end.</summary>
internal static class Transitions
{
    public static void Check(string? start, JsonObject states, List<Diagnostic> faults)
    {
        List<(string Target, string At)> transitions = [];
        if (start is not null)
        {
            transitions.Add((start, "/StartAt"));
        }

        foreach (var (name, node) in states)
        {
            if (node is JsonObject state)
            {
                transitions.AddRange(From(state, $"/States/{name}"));
            }
        }

        foreach (var (target, at) in transitions.Where(transition => !states.ContainsKey(transition.Target)))
        {
            faults.Add(new Diagnostic(Diagnostic.MissingTransitionTarget, $"Missing 'Next' target: {target}", at));
        }

        // AWS looks for what is not reached only where there is an end.
        if (states.Any(state => IsTerminal(state.Value as JsonObject)))
        {
            CheckReached(transitions, states, faults);
        }
        else if (states.Count > 0)
        {
            faults.Add(new Diagnostic(Diagnostic.MissingEndState, "Workflow has no terminal state", null));
        }
    }

    private static void CheckReached(List<(string Target, string At)> transitions, JsonObject states, List<Diagnostic> faults)
    {
        var targets = transitions.Select(transition => transition.Target).ToHashSet();
        foreach (var (name, _) in states.Where(state => !targets.Contains(state.Key)))
        {
            faults.Add(new Diagnostic(Diagnostic.MissingTransitionTarget, $"State \"{name}\" is not reachable.", $"/States/{name}"));
        }
    }

    private static bool IsTerminal(JsonObject? state) =>
        state?["Type"].AsText() is "Succeed" or "Fail" || (state?["End"].IsBoolean() == true && state["End"]!.GetValue<bool>());

    private static IEnumerable<(string Target, string At)> From(JsonObject state, string at)
    {
        if (state["Next"].AsText() is { } next)
        {
            yield return (next, $"{at}/Next");
        }

        if (state["Default"].AsText() is { } otherwise)
        {
            yield return (otherwise, $"{at}/Default");
        }

        foreach (var field in new[] { "Choices", "Catch" })
        {
            foreach (var (item, index) in (state[field] as JsonArray ?? []).Select((item, index) => (item as JsonObject, index)))
            {
                if (item?["Next"].AsText() is { } target)
                {
                    yield return (target, $"{at}/{field}[{index}]/Next");
                }
            }
        }
    }
}
