using Amazon.Runtime;
using SesCompliance.Ops.Aws;
using SesCompliance.Ops.Checks;

namespace SesCompliance.Ops.Doctor;

/// <summary>One thing that is asked of AWS, and the checks that its answer settles. Where there is no answer, those checks say why, and other questions go on.</summary>
/// <param name="Names">What the checks are called if nobody answers.</param>
internal sealed record Question(CheckGroup Group, string[] Names, Func<Task<IReadOnlyList<Check>>> Ask)
{
    public async Task<IReadOnlyList<Check>> AnswerAsync()
    {
        try
        {
            return await Ask();
        }
        catch (CouldNotAskException trouble)
        {
            return [.. Names.Select(name => Group.CouldNotAsk(name, trouble.Message))];
        }
        catch (Exception error) when (error is AmazonServiceException or AmazonClientException or HttpRequestException)
        {
            return [.. Names.Select(name => Group.CouldNotAsk(name, AwsTrouble.Of(error)))];
        }
    }
}
