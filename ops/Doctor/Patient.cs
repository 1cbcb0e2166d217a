using SesCompliance.Ops.Aws;

namespace SesCompliance.Ops.Doctor;

/// <summary>Whom the doctor examines: a stack, its domain, and the account that they are in.</summary>
internal sealed record Patient(Session Session, string Domain, StackFile? File, CancellationToken Cancelled)
{
    private readonly Lazy<Task<StackArns>> arns = new(() => StackArns.FindAsync(Session.Aws.Sts, Session.Stack, Cancelled));

    public Stack Stack => Session.Stack;

    public AwsConnection Aws => Session.Aws;

    public Presence Presence { get; } = new();

    /// <summary>What deploys the stack as it is declared, whatever became of it since.</summary>
    public string Redeploy => $"pulumi up --refresh --stack {Stack.Name}";

    /// <summary>Asked once, for every question that needs them.</summary>
    public Task<StackArns> ArnsAsync() => arns.Value;

    public DateTime Now() => Session.Clock.GetUtcNow().UtcDateTime;
}
