function Invoke-InnkeeperStep {
    <#
    .SYNOPSIS
        Reads one section in the worker within a time limit, and answers { value, problems, missing, status, error, durationMs }.
    .DESCRIPTION
        What a step has put into its argument Progress by then is kept when its time is up.
    .EXAMPLE
        Invoke-InnkeeperStep $worker Get-InnkeeperSwitchSection @{} 15
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param (
        # Its runspace is replaced here after a hang.
        [Parameter(Mandatory)] [hashtable] $Worker,
        [Parameter(Mandatory)] [string] $Function,
        [Parameter(Mandatory)] [hashtable] $Argument,
        [Parameter(Mandatory)] [int] $LimitSeconds
    )
    $reading = New-InnkeeperReading $null ([System.Collections.Generic.List[string]]::new())
    $watch = [System.Diagnostics.Stopwatch]::StartNew()
    $shell = [powershell]::Create()
    $isHung = $false
    try {
        $shell.Runspace = $Worker.runspace
        # The function is not exported: it is called inside the module.
        [void] $shell.AddScript('param($Function, $Argument) & (Get-Module -Name Innkeeper) { param($Function, $Argument) & $Function @Argument } $Function $Argument')
        [void] $shell.AddParameter('Function', $Function).AddParameter('Argument', $Argument)
        $handle = $shell.BeginInvoke()
        if ($handle.AsyncWaitHandle.WaitOne([timespan]::FromSeconds($LimitSeconds))) {
            foreach ($answer in $shell.EndInvoke($handle)) { $reading = $answer.PSObject.BaseObject }
        }
        else {
            $isHung = $true
            $reading.problems = @("gave no answer within $LimitSeconds s")
            if ($Argument.ContainsKey('Progress') -and $Argument.Progress.Count -gt 0) { $reading.value = $Argument.Progress.Clone() }
        }
    }
    catch {
        $reading.problems = @(Get-InnkeeperErrorText $_)
    }
    finally {
        if ($isHung) {
            # Asked to stop and not waited for: a call into WMI that hangs may never obey.
            [void] $shell.BeginStop($null, $null)
            $Worker.runspace = (New-InnkeeperWorker).runspace
        }
        else { $shell.Dispose() }
    }
    $reading['durationMs'] = [long] $watch.ElapsedMilliseconds
    $reading['status'] = 'ok'
    if ($reading.missing) { $reading['status'] = 'skipped' }
    elseif ($reading.problems.Count -gt 0) { $reading['status'] = if ($null -eq $reading.value) { 'failed' } else { 'partial' } }
    $reading['isHung'] = $isHung
    $reading
}
