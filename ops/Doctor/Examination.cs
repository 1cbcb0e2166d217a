using SesCompliance.Ops.Checks;

namespace SesCompliance.Ops.Doctor;

/// <summary>All that is asked; in this order it is shown.</summary>
internal static class Examination
{
    /// <summary>Asks everything at once.</summary>
    public static async Task<IReadOnlyList<Check>> RunAsync(Patient patient)
    {
        IEnumerable<Question> questions =
        [
            .. AccountChecks.For(patient),
            .. DomainChecks.For(patient),
            .. StateMachineChecks.For(patient),
            .. ConfigurationSetChecks.For(patient),
            .. TableChecks.For(patient),
            .. EventDestinationChecks.For(patient),
            .. TopicChecks.For(patient),
            .. DeadLetterChecks.For(patient),
            .. LastFeedbackChecks.For(patient),
            .. AlarmChecks.For(patient),
        ];
        var answers = await Task.WhenAll(questions.Select(question => question.AnswerAsync()));
        return [.. answers.SelectMany(checks => checks)];
    }
}
