# Which commands the agent may run: allowed-commands.json is the list, which the documentation refers to.

# { own: functions of the module, run: command -> group, qualified: command -> module, classes, unused }
function Read-AllowedCommand ([string] $Path, $Faults) {
    $lists = [System.IO.File]::ReadAllText($Path) | ConvertFrom-Json
    $allowed = @{ own = @{}; group = @{}; module = @{}; classes = @{}; unused = @{} }
    foreach ($group in 'engine', 'read', 'setup') {
        if ($null -eq $lists.PSObject.Properties[$group]) { continue }
        foreach ($module in $lists.$group.PSObject.Properties) {
            foreach ($command in $module.Value) {
                $allowed.group[$command] = $group
                $allowed.module[$command] = $module.Name
                $allowed.unused[$command] = $true
                $isReading = $command -match '^(Get|Test)-'
                if ($group -eq 'read' -and -not $isReading) { Add-Fault $Faults 'allowed-commands.json' 1 "$command is listed under read, but its verb changes the host" }
                if ($group -eq 'setup' -and $module.Name -ne 'ScheduledTasks') { Add-Fault $Faults 'allowed-commands.json' 1 "$command`: only the agent's own scheduled task may be set up" }
            }
        }
    }
    foreach ($namespace in $lists.cim.PSObject.Properties) {
        foreach ($class in $namespace.Value) {
            $allowed.classes[$class] = $namespace.Name
            $allowed.unused[$class] = $true
        }
    }
    $allowed
}

# Parameters that only later versions have.
$newerParameters = @{
    'ForEach-Object'   = '-Parallel', '-ThrottleLimit', '-AsJob'
    'ConvertFrom-Json' = '-AsHashtable', '-Depth', '-NoEnumerate', '-DateKind'
    'ConvertTo-Json'   = '-AsArray', '-EnumsAsStrings', '-EscapeHandling'
    'Join-Path'        = @('-AdditionalChildPath')
    'Get-Content'      = @('-AsByteStream')
    'Set-Content'      = @('-AsByteStream')
    'Import-Module'    = @('-UseWindowsPowerShell')
}

function Get-CommandFault ($Node, $File, $Allowed) {
    $name = $Node.GetCommandName()
    if ([string]::IsNullOrEmpty($name)) { return Get-DynamicFault $Node $File }
    if ($Node.InvocationOperator.ToString() -eq 'Dot') { return "$name is run in this scope, which the lint cannot follow" }

    $module, $command = $name -split '\\', 2
    if ($null -eq $command) { $module, $command = '', $name }
    foreach ($element in $Node.CommandElements) {
        if ($element -isnot [System.Management.Automation.Language.CommandParameterAst]) { continue }
        if ($newerParameters.ContainsKey($command) -and "-$($element.ParameterName)" -in $newerParameters[$command]) { "5.1 has no $command -$($element.ParameterName)" }
    }
    if ($Allowed.own.ContainsKey($command) -and $module -eq '') { return }
    if (-not $Allowed.group.ContainsKey($command)) { return "$name is not in allowed-commands.json" }
    # PowerShell ignores case; a reader of the list does not.
    $Allowed.unused.Remove($command)
    $group = $Allowed.group[$command]
    if ($group -ne 'engine' -and $module -ne $Allowed.module[$command]) { "$command is called as $($Allowed.module[$command])\$command, so that no other command of that name is run" }
    if ($group -eq 'setup' -and $File.name -notmatch '^(Private/Windows/|Private/Setup/|Public/(Uni|I)nstall-)') { "$command is a setup command, which only the installer may call" }
    if ($command -eq 'Get-CimInstance') { Get-CimFault $Node $Allowed }
}

# Only literals can be checked: a class in a variable, or a query, could be anything.
function Get-CimFault ($Node, $Allowed) {
    $class = ''
    $elements = $Node.CommandElements
    for ($at = 1; $at -lt $elements.Count; $at++) {
        if ($elements[$at] -isnot [System.Management.Automation.Language.CommandParameterAst]) { continue }
        if ($elements[$at].ParameterName -eq 'ClassName' -and $elements[$at + 1] -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $class = $elements[$at + 1].Value }
        if ($elements[$at].ParameterName -in 'ComputerName', 'CimSession', 'Query') { "Get-CimInstance -$($elements[$at].ParameterName) is not used" }
    }
    if ($class -eq '') { return 'Get-CimInstance: the class must be a literal after -ClassName' }
    if (-not $Allowed.classes.ContainsKey($class)) { return "the class $class is not in allowed-commands.json" }
    $Allowed.unused.Remove($class)
}

# `& $Query` could run anything. It is accepted if $Query is a parameter of type [scriptblock], because the block is then
# literal at the caller and checked there, or if the function assigns only literal blocks to it. Only the module's file loads files.
function Get-DynamicFault ($Node, $File) {
    $target = $Node.CommandElements[0]
    if ($File.name -eq 'Innkeeper.psm1' -and $Node.InvocationOperator.ToString() -eq 'Dot') { return }
    if ($target -is [System.Management.Automation.Language.ScriptBlockExpressionAst]) { return }
    if ($target -is [System.Management.Automation.Language.VariableExpressionAst]) {
        $name = $target.VariablePath.UserPath
        for ($outer = $Node.Parent; $null -ne $outer; $outer = $outer.Parent) {
            if ($outer -isnot [System.Management.Automation.Language.FunctionDefinitionAst]) { continue }
            $parameters = @($outer.Parameters) + @(if ($null -ne $outer.Body.ParamBlock) { $outer.Body.ParamBlock.Parameters })
            foreach ($parameter in $parameters) {
                if ($null -ne $parameter -and $parameter.Name.VariablePath.UserPath -eq $name -and $parameter.StaticType -eq [scriptblock]) { return }
            }
            if (Test-BlockAlone $outer $name) { return }
        }
    }
    "$($Node.Extent.Text): what this runs is not a literal"
}

# Input for another runspace: a command by its name, and text in the one file that calls the module's own functions there.
function Get-HostedFault ($Node, $File, $Allowed) {
    $member = $Node.Member.Extent.Text
    if ($member -in 'GetTypeFromProgID', 'GetTypeFromCLSID' -and $File.name -ne 'Private/Windows/Remove-InnkeeperTaskFolder.ps1') { return "$member reaches COM, which only the removal of the task's folder may use" }
    if ($member -in 'InvokeScript', 'NewScriptBlock', 'ExpandString', 'AddStatement') { return "$member runs code that the lint cannot read" }
    if ($member -notin 'AddCommand', 'AddScript') { return }
    $argument = $Node.Arguments[0]
    if ($argument -isnot [System.Management.Automation.Language.StringConstantExpressionAst]) { return "$member has an argument that is not a literal" }
    if ($member -eq 'AddScript') {
        if ($File.name -ne 'Private/Collect/Invoke-InnkeeperStep.ps1') { 'AddScript: only a step of a run may be called this way' }
        return
    }
    if (-not $Allowed.group.ContainsKey($argument.Value)) { return "$($argument.Value) is not in allowed-commands.json" }
    $Allowed.unused.Remove($argument.Value)
}

# Types that start programs, or that reach WMI and Active Directory with methods that change something: no list of commands shows them.
function Get-TypeFault ($Node) {
    $name = $Node.TypeName.FullName
    if ($name -match '^(wmi|wmiclass|wmisearcher|adsi|adsisearcher|ciminstance|cimclass|cimsession)$|(^|\.)(Management\.Management\w+|Management\.Infrastructure\.[\w.]+|DirectoryServices\.[\w.]+|Microsoft\.HyperV\.[\w.]+)$') { "[$name] can change Windows without a cmdlet" }
    if ($name -notmatch '(^|\.)Diagnostics\.Process(StartInfo)?$') { return }
    if ($Node.Parent -isnot [System.Management.Automation.Language.InvokeMemberExpressionAst] -or $Node.Parent.Member.Extent.Text -ne 'GetCurrentProcess') { "[$name] can start a program" }
}

# Whether a variable is assigned in a function, and only with literal blocks.
function Test-BlockAlone ($Function, [string] $Name) {
    $found = $false
    foreach ($node in $Function.FindAll({ $args[0] -is [System.Management.Automation.Language.AssignmentStatementAst] }, $true)) {
        if ($node.Left.Extent.Text -notmatch "^(\[[^\]]+\]\s*)?\`$$([regex]::Escape($Name))$") { continue }
        if ($node.Right -isnot [System.Management.Automation.Language.CommandExpressionAst]) { return $false }
        if ($node.Right.Expression -isnot [System.Management.Automation.Language.ScriptBlockExpressionAst]) { return $false }
        $found = $true
    }
    $found
}
