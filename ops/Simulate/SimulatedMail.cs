using System.Text.Json;
using Amazon.StepFunctions.Model;
using SesCompliance.Ops.Aws;
using SesCompliance.Ops.Flow;
using Spectre.Console;

namespace SesCompliance.Ops.Simulate;

/// <summary>A mail to the simulator on its way: an execution that is started and followed.</summary>
internal sealed class SimulatedMail(Session session, StackArns arns, string sendId, string to)
{
    private readonly string arn = FlowExecution.ArnOf(arns, sendId);

    public string SendId => sendId;

    public string To => to;

    /// <summary>The states so far.</summary>
    public IReadOnlyList<FlowStep> Steps { get; private set; } = [];

    /// <exception cref="Amazon.Runtime.AmazonServiceException">Step Functions refuses it.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var request = new { to, subject = "A test of the send flow", text = "Sent by ses-ops simulate." };
        await session.Aws.StepFunctions.StartExecutionAsync(
            new StartExecutionRequest { StateMachineArn = arns.StateMachine, Name = sendId, Input = JsonSerializer.Serialize(request) }, cancellationToken);
        Tell($"started {sendId}: mail to {to}");
    }

    /// <summary>Waits for the end, and tells of each state on the way.</summary>
    public async Task<Answered<FlowExecution>> EndAsync(Wait wait, CancellationToken cancellationToken)
    {
        var told = 0;
        return await wait.UntilAsync(
            async () =>
            {
                // Described before its history is read: an execution that has ended then has a whole history.
                var execution = await FlowExecution.FindAsync(session.Aws.StepFunctions, arn, cancellationToken);
                if (execution is not null)
                {
                    Steps = await FlowHistory.ReadAsync(session.Aws.StepFunctions, arn, cancellationToken);
                }

                foreach (var step in Steps.Skip(told).ToList())
                {
                    Tell($"{step.State}");
                    told++;
                }

                return execution;
            },
            execution => execution.Status != "RUNNING",
            cancellationToken);
    }

    private void Tell(string what) => session.Output.Aside.WriteLine(what);
}
