using SesCompliance.Local.Iam.Policies;

namespace SesCompliance.Tests.Local.Iam;

public class PatternTests
{
    [Theory]
    [InlineData("*", "", true)]
    [InlineData("*", "anything", true)]
    [InlineData("dynamodb:*Item", "dynamodb:GetItem", true)]
    [InlineData("dynamodb:*Item", "dynamodb:GetItems", false)]
    [InlineData("a*b*c", "a-b-b-c", true)]
    [InlineData("a*b*c", "a-c-b", false)]
    [InlineData("?", "", false)]
    [InlineData("?x?", "axb", true)]
    [InlineData("a?", "abc", false)]
    [InlineData(@"a\*", @"a\b", true)]
    [InlineData("", "", true)]
    [InlineData("", "a", false)]
    public void Star_is_any_characters_and_question_mark_is_one(string pattern, string text, bool matches) =>
        Assert.Equal(matches, Pattern.Matches(pattern, text));

    [Theory]
    [InlineData("arn:aws:sqs:us-east-1:000000000000:dead*", "arn:aws:sqs:us-east-1:000000000000:dead-letters", true)]
    [InlineData("arn:aws:sqs:*:*:dead", "arn:aws:sqs:us-east-1:000000000000:dead", true)]
    [InlineData("arn:aws:sqs:*:dead", "arn:aws:sqs:us-east-1:000000000000:dead", false)]
    [InlineData("arn:aws:s*:dead", "arn:aws:sqs:us-east-1:000000000000:dead", false)]
    [InlineData("arn:aws:logs:us-east-1:000000000000:log-group:/aws/lambda/f:*", "arn:aws:logs:us-east-1:000000000000:log-group:/aws/lambda/f:log-stream:s", true)]
    [InlineData("arn:aws:logs:us-east-1:000000000000:log-group:/aws/lambda/f:*", "arn:aws:logs:us-east-1:000000000000:log-group:/aws/lambda/f2:log-stream:s", false)]
    [InlineData("*", "arn:aws:sqs:us-east-1:000000000000:dead", true)]
    [InlineData("arn:aws:SQS:us-east-1:000000000000:dead", "arn:aws:sqs:us-east-1:000000000000:dead", false)]
    public void An_ARN_is_matched_part_by_part(string pattern, string arn, bool matches) => Assert.Equal(matches, Pattern.MatchesArn(pattern, arn));
}
